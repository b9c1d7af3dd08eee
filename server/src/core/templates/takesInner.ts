import type { Operand, Pipeline, TemplateNode, TemplateTree } from './types.ts';

/**
 * Whether the shortcode of this template encloses something: Hugo asks whether its parse tree has a field or variable with the element
 * `Inner` or `InnerDeindent` among the arguments of a command (tpl/tplimpl: `collectInner`, the same in 0.111 and 0.147). Bodies of
 * `define` count when the template calls them. Not counted, as in Hugo: comments, strings, arguments of `template` and `block`,
 * and fields of a parenthesis, `(.).Inner`, together with what stands inside it.
 */
export function takesInner({ body, definitions }: TemplateTree): boolean {
  const seen = new Set<string>();
  const queue = [body];
  for (let nodes = queue.pop(); nodes !== undefined; nodes = queue.pop()) {
    for (const node of nodes) {
      if (pipelinesOf(node).some(asksForInner)) {
        return true;
      }
      if ('clauses' in node) {
        for (const clause of node.clauses) {
          queue.push(clause.body);
        }
      } else if ((node.kind === 'template' || node.kind === 'block') && !seen.has(node.name)) {
        seen.add(node.name);
        queue.push(definitions.get(node.name)?.body ?? []);
      }
    }
  }
  return false;
}

function pipelinesOf(node: TemplateNode): readonly Pipeline[] {
  if (node.kind === 'action') {
    return [node.pipeline];
  }
  return 'clauses' in node ? node.clauses.flatMap(({ pipeline }) => pipeline ?? []) : [];
}

function asksForInner({ commands }: Pipeline): boolean {
  return commands.some(({ operands }) => operands.some(isInner));
}

function isInner(operand: Operand): boolean {
  if (operand.kind === 'parenthesis') {
    return operand.path.length === 0 && asksForInner(operand.pipeline);
  }
  return (
    (operand.kind === 'dot' || operand.kind === 'variable') &&
    operand.path.some(({ name }) => name === 'Inner' || name === 'InnerDeindent')
  );
}
