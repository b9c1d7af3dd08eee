// What a template's parser and what is read off it say, on one line each.
import type {
  Command,
  Name,
  Operand,
  Pipeline,
  TemplateNode,
} from '../../server/src/core/templates/types.ts';
import { shortcodeSignature, type Template } from '../../server/src/core/templates/shortcodeSignature.ts';
import type { ArgumentSignature, Level } from '../../server/src/core/templates/signature.ts';
import { parseTemplate } from '../../server/src/core/templates/parse.ts';
import { formatMessage } from '../../server/src/core/text/message.ts';
import { textOf } from '../../server/src/core/text/range.ts';

/** The tree as nested lists: `(if (.Get 0) "text")`; chains stand as in Go, with `(…)` where a parenthesis is. */
export function treeOf(template: string): string {
  return listOf(template, parseTemplate(template).tree.body);
}

/** One line per problem: its message, and what it points at. */
export function problemsOf(template: string): string[] {
  return parseTemplate(template).problems.map(
    ({ message, range }) => `${formatMessage(message)} [${textOf(template, range)}]`,
  );
}

function listOf(template: string, nodes: readonly TemplateNode[]): string {
  return nodes.map((node) => nodeText(template, node)).join(' ');
}

function nodeText(template: string, node: TemplateNode): string {
  switch (node.kind) {
    case 'text':
      return JSON.stringify(textOf(template, node.range));
    case 'action':
      return `{${pipelineText(node.pipeline)}}`;
    case 'template':
      return `(template ${node.name}${optional(node.pipeline)})`;
    case 'define':
    case 'block':
      return `(${node.kind} ${node.name}${optional(node.pipeline)} [${listOf(template, node.body)}])`;
    case 'if':
    case 'with':
    case 'range':
      return `(${node.kind} ${node.clauses
        .map(
          ({ pipeline, body }) => `${(optional(pipeline) || ' else').slice(1)} [${listOf(template, body)}]`,
        )
        .join(' ')})`;
    default:
      return `(${node.kind})`;
  }
}

function optional(pipeline: Pipeline | undefined): string {
  return pipeline === undefined ? '' : ` {${pipelineText(pipeline)}}`;
}

function pipelineText({ variables, isAssignment, commands }: Pipeline): string {
  const set = variables.map(({ name }) => name).join(', ');
  const sign = isAssignment ? ' = ' : ' := ';
  return `${set === '' ? '' : set + sign}${commands.map(commandText).join(' | ')}`;
}

function commandText({ operands }: Command): string {
  return operands.map(operandText).join(' ');
}

function operandText(operand: Operand): string {
  switch (operand.kind) {
    case 'dot':
      return operand.path.length === 0 ? '.' : pathText(operand.path);
    case 'variable':
    case 'function':
      return operand.name + pathText(operand.path);
    case 'parenthesis':
      return `(${pipelineText(operand.pipeline)})${pathText(operand.path)}`;
    case 'string':
      return JSON.stringify(operand.value);
    default:
      return operand.value;
  }
}

function pathText(path: readonly Name[]): string {
  return path.map(({ name }) => `.${name}`).join('');
}

/** What a shortcode's template says, one line per argument and one for each thing else: `x required = "d" in a|b: url`. */
export function signatureOf(template: string, partials: Readonly<Record<string, string>> = {}): string[] {
  const partialOf = (name: string): Template | undefined => {
    const text = partials[name.replace(/\.html$/, '')];
    return text === undefined ? undefined : toTemplate(`partials/${name}`, text);
  };
  const {
    arguments: args,
    open,
    inner,
    parent,
  } = shortcodeSignature(toTemplate('box.html', template), partialOf);
  return [
    ...args.map(argumentText),
    open.length > 0 ? ['open'] : [],
    inner.reads.length > 0 ? [inner.markdown === undefined ? 'inner' : 'inner as Markdown'] : [],
    parent.length > 0 ? ['parent'] : [],
  ].flat();
}

function toTemplate(path: string, text: string): Template {
  return { path, text, tree: parseTemplate(text).tree };
}

function argumentText(argument: ArgumentSignature): string {
  const { key, aliases, required, values, closed, types } = argument;
  const sure = (level: Level): string => (level === 'proven' ? '' : '?');
  const others = required?.oneOf.filter((other) => other !== key) ?? [];
  return [
    String(key),
    aliases.length === 0 ? [] : `~ ${aliases.join(' ')}`,
    required === undefined
      ? []
      : `required${sure(required.level)}${others.length === 0 ? '' : ` or ${others.join(' or ')}`}`,
    argument.default === undefined ? [] : `= ${argument.default.value}${sure(argument.default.level)}`,
    values.length === 0 ? [] : `in ${values.map(({ value }) => value).join('|')}`,
    closed === undefined ? [] : `closed${sure(closed.level)}`,
    types.length === 0
      ? []
      : `: ${types.map(({ type, folder }) => (folder === undefined ? type : `${type} ${folder}`)).join(' ')}`,
  ]
    .flat()
    .join(' ');
}
