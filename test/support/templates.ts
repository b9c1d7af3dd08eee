// What a template's parser and what is read off it say, on one line each.
import type {
  Command,
  Name,
  Operand,
  Pipeline,
  TemplateNode,
} from '../../server/src/core/templates/types.ts';
import { readTemplate, type Template } from '../../server/src/core/templates/readTemplate.ts';
import type {
  ArgumentKey,
  ArgumentSignature,
  Level,
  TypeFact,
} from '../../server/src/core/templates/signature.ts';
import type { PageScope, TemplateReading } from '../../server/src/core/templates/templateReading.ts';
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

/** What a shortcode's template says of its calls, one line per argument and one for each thing else: `x required = "d" in a|b: url`. */
export function signatureOf(template: string, partials: Readonly<Record<string, string>> = {}): string[] {
  const { signature } = read(template, partials, 'shortcode');
  const { arguments: args = [], open = [], inner, parent = [], parentArguments = [] } = signature ?? {};
  return [
    ...args.map((argument) => factsText(String(argument.key), argument, argument.aliases)),
    open.length > 0 ? ['open'] : [],
    inner === undefined || inner.reads.length === 0
      ? []
      : [inner.markdown === undefined ? 'inner' : 'inner as Markdown'],
    parent.length > 0 ? [['parent', ...parentArguments.map(({ key }) => String(key))].join(' ')] : [],
  ].flat();
}

/**
 * What a template says of front matter, one line per key, `card.title required = d in a|b : url`, with `others` or `others of blog` before
 * keys of pages that it looks up; then `open`, and a line for each partial that is handed a page.
 */
export function readingOf(
  template: string,
  partials: Readonly<Record<string, string>> = {},
  kind: 'shortcode' | 'page' = 'page',
): string[] {
  const { keys, openKeys, calls } = read(template, partials, kind);
  return [
    ...keys.map((key) => factsText(scopeText(key) + key.path.join('.'), key, [])),
    ...(openKeys.length > 0 ? ['open'] : []),
    ...calls.map((call) => `${scopeText(call)}${call.kind} ${call.name}${call.isCertain ? '' : '?'}`),
  ];
}

function scopeText({ of, section }: PageScope): string {
  return of === 'page' ? '' : section === undefined ? 'others: ' : `others of ${section}: `;
}

/** What `readTemplate` says, with the partials by their names. */
export function read(
  template: string,
  partials: Readonly<Record<string, string>>,
  kind: 'shortcode' | 'page',
): TemplateReading {
  const known = new Map(
    Object.entries(partials).map(([name, text]) => [name, toTemplate(`partials/${name}`, text)]),
  );
  return readTemplate(toTemplate('box.html', template), (name) => known.get(name), kind);
}

function toTemplate(path: string, text: string): Template {
  return { path, text, tree: parseTemplate(text).tree };
}

function factsText(
  name: string,
  facts: Omit<ArgumentSignature, 'key' | 'aliases'>,
  aliases: readonly ArgumentKey[],
): string {
  const { required, values, closed, types } = facts;
  const sure = (level: Level): string => (level === 'proven' ? '' : '?');
  const others = required?.oneOf.filter((other) => !name.endsWith(String(other))) ?? [];
  return [
    name,
    aliases.length === 0 ? [] : `~ ${aliases.join(' ')}`,
    required === undefined
      ? []
      : `required${sure(required.level)}${others.length === 0 ? '' : ` or ${others.join(' or ')}`}`,
    facts.default === undefined ? [] : `= ${facts.default.value}${sure(facts.default.level)}`,
    values.length === 0 ? [] : `in ${values.map(({ value }) => value).join('|')}`,
    closed === undefined ? [] : `closed${sure(closed.level)}`,
    types.length === 0 ? [] : `: ${types.map(typeText).join(' ')}`,
  ]
    .flat()
    .join(' ');
}

/** `data authors#name`, `asset images/icon-*.svg` */
function typeText({ type, folder, prefix, suffix, field }: TypeFact): string {
  const around = prefix === undefined && suffix === undefined ? '' : `${prefix ?? ''}*${suffix ?? ''}`;
  const place = (folder ?? '') + around + (field === undefined ? '' : `#${field}`);
  return place === '' ? type : `${type} ${place}`;
}
