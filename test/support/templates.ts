// What a template's parser and what is read off it say, on one line each.
import type {
  Command,
  Name,
  Operand,
  Pipeline,
  TemplateNode,
} from '../../server/src/core/templates/types.ts';
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
