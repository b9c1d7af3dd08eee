import { textOf } from '../text/range.ts';
import { tokenizeTemplate, type TemplateToken } from './tokens.ts';

/**
 * Whether the shortcode of this template encloses something: Hugo asks whether its parse tree has a field or variable with the element
 * `Inner` or `InnerDeindent` among the arguments of a command (tpl/tplimpl: `collectInner`, the same in 0.111 and 0.147). Bodies of
 * `define` count when the template calls them. Not counted, as in Hugo: comments, strings, arguments of `template` and `block`,
 * and fields of a parenthesis, `(.).Inner`, together with what stands inside it.
 */
export function takesInner(template: string): boolean {
  const bodies = bodiesOf(template);
  const seen = new Set<string>();
  const queue = [main];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const body = bodies.get(name);
    if (body === undefined || seen.has(name)) {
      continue;
    }
    if (body.inner) {
      return true;
    }
    seen.add(name);
    queue.push(...body.calls);
  }
  return false;
}

interface Body {
  inner: boolean;
  /** The templates that it calls. */
  readonly calls: Set<string>;
}

/** No `define` can have this name: it has no quotes. */
const main = '';

function bodiesOf(template: string): Map<string, Body> {
  const bodies = new Map<string, Body>([[main, newBody()]]);
  const open: string[] = [main];
  for (const action of actionsOf(tokenizeTemplate(template))) {
    const [head, second] = action;
    const keyword = head?.kind === 'keyword' ? textOf(template, head.range) : '';
    const name = second === undefined ? '' : textOf(template, second.range);
    const current = open.at(-1) ?? main;
    if (keyword === 'template' || keyword === 'block') {
      bodies.get(current)?.calls.add(name);
    } else if (hasInner(template, action)) {
      const body = bodies.get(current);
      if (body !== undefined) {
        body.inner = true;
      }
    }
    if (keyword === 'define' || keyword === 'block') {
      bodies.set(name, newBody());
      open.push(name);
    } else if (keyword === 'if' || keyword === 'with' || keyword === 'range') {
      open.push(current);
    } else if (keyword === 'end' && open.length > 1) {
      open.pop();
    }
  }
  return bodies;
}

function newBody(): Body {
  return { inner: false, calls: new Set() };
}

function* actionsOf(tokens: readonly TemplateToken[]): Generator<TemplateToken[]> {
  let action: TemplateToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'left' || token.kind === 'right') {
      if (action.length > 0) {
        yield action;
      }
      action = [];
    } else {
      action.push(token);
    }
  }
  yield action;
}

/** Whether a chain such as `.Inner` or `$s.Page.Inner` is an argument here. Chains that hang on a parenthesis or a function do not count. */
function hasInner(template: string, action: readonly TemplateToken[]): boolean {
  const found = [false];
  let chain = false;
  let end = -1;
  for (const { kind, range } of action) {
    const glued = range.start === end;
    end = range.end;
    if (kind === 'field') {
      chain = glued ? chain : true;
      found.push((found.pop() ?? false) || (chain && isInner(textOf(template, range))));
      continue;
    }
    chain = kind === 'variable';
    if (kind === 'leftParen') {
      found.push(false);
    } else if (kind === 'rightParen' && found.length > 1) {
      const within = found.pop() ?? false;
      const hangsOn = template[range.end] === '.';
      found.push((found.pop() ?? false) || (within && !hangsOn));
    }
  }
  return found.includes(true);
}

function isInner(field: string): boolean {
  return field === '.Inner' || field === '.InnerDeindent';
}
