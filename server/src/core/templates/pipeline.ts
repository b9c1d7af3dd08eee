import { range, textOf, type TextRange } from '../text/range.ts';
import type { Problem } from '../text/problem.ts';
import { isCharacter, isNumber, unquote } from './literal.ts';
import * as problems from './templateProblems.ts';
import type { TemplateToken, TemplateTokenKind } from './tokens.ts';
import type { Chain, Command, Literal, Name, Operand, Pipeline } from './types.ts';

/** One action while it is read. */
export interface ActionReading {
  readonly text: string;
  /** Without its delimiters. */
  readonly tokens: readonly TemplateToken[];
  /** The next token. */
  at: number;
  /** Behind the last token that was read; the left delimiter's end before. */
  end: number;
  /** How many parentheses stand open. */
  depth: number;
  readonly variables: VariableScope;
  readonly report: (problem: Problem) => void;
}

export interface VariableScope {
  has(name: string): boolean;
  add(name: string): void;
}

/** Parentheses beyond this depth are left out. */
const mostParentheses = 100;

/**
 * Reads a pipeline from `reading.at` up to a right parenthesis that it does not open, or to the end of the action
 * (text/template/parse: `pipeline`, `command`, `operand`). Only `range` sets two variables.
 */
export function parsePipeline(reading: ActionReading, isRange = false): Pipeline {
  const start = peek(reading)?.range.start ?? reading.end;
  const { variables, isAssignment } = parseDeclaration(reading, isRange);
  const commands: Command[] = [];
  for (let token = peek(reading); token !== undefined && token.kind !== 'rightParen'; token = peek(reading)) {
    const command = parseCommand(reading);
    if (command.operands.length > 0) {
      commands.push(command);
    }
  }
  checkStages(reading, commands);
  if (commands.length === 0) {
    reading.report(problems.missingValue(range(reading.end, reading.end)));
  }
  return { range: range(start, Math.max(start, reading.end)), variables, isAssignment, commands };
}

export function peek({ tokens, at }: ActionReading): TemplateToken | undefined {
  return tokens[at];
}

export function take(reading: ActionReading): TemplateToken | undefined {
  const token = reading.tokens[reading.at];
  if (token !== undefined) {
    reading.at += 1;
    reading.end = token.range.end;
  }
  return token;
}

/** Reads the keyword that the action begins with. */
export function takeKeyword(reading: ActionReading): void {
  take(reading);
  const next = peek(reading);
  if (next?.range.start === reading.end && needsBlank.has(next.kind)) {
    reading.report(problems.missingBlank(next.range, textOf(reading.text, next.range)));
  }
}

const needsBlank: ReadonlySet<TemplateTokenKind> = new Set(['variable', 'string', 'rawString', 'character']);

/** Reads what is left of the action and says that it cannot stand there. */
export function refuseRest(reading: ActionReading): void {
  const token = peek(reading);
  if (token !== undefined) {
    refuse(reading, token);
    reading.at = reading.tokens.length;
    reading.end = reading.tokens.at(-1)?.range.end ?? reading.end;
  }
}

function refuse({ text, report }: ActionReading, token: TemplateToken): void {
  const source = textOf(text, token.range);
  const isQuote = token.kind === 'unknown' && /^["'`]/.test(source);
  report(isQuote ? problems.unclosedString(token.range) : problems.unexpected(token.range, source));
}

function parseDeclaration(
  reading: ActionReading,
  isRange: boolean,
): Pick<Pipeline, 'variables' | 'isAssignment'> {
  const variables: Name[] = [];
  for (;;) {
    const [variable, sign] = reading.tokens.slice(reading.at, reading.at + 2);
    const kind = sign?.kind;
    const declares = kind === 'declare' || kind === 'assign' || kind === 'comma';
    if (variable?.kind !== 'variable' || sign === undefined || !declares) {
      return { variables, isAssignment: false };
    }
    const name = textOf(reading.text, variable.range);
    if (kind === 'assign' && sign.range.start === variable.range.end) {
      reading.report(problems.missingBlank(sign.range, '='));
    }
    // Go finds out only when it runs that what is assigned to was never declared.
    reading.variables.add(name);
    variables.push({ name, range: variable.range });
    take(reading);
    take(reading);
    if (kind !== 'comma') {
      return { variables, isAssignment: kind === 'assign' };
    }
    const next = peek(reading);
    if (!isRange || variables.length > 1) {
      reading.report(problems.tooManyVariables(sign.range));
    } else if (next !== undefined && next.kind !== 'variable') {
      refuse(reading, next);
    }
  }
}

const startsOperand: ReadonlySet<TemplateTokenKind> = new Set([
  'string',
  'rawString',
  'character',
  'number',
  'identifier',
  'constant',
  'field',
  'variable',
  'dot',
  'leftParen',
]);

/** A command, and the pipe behind it. */
function parseCommand(reading: ActionReading): Command {
  const operands: Operand[] = [];
  const start = peek(reading)?.range.start ?? reading.end;
  let end = start;
  for (let token = peek(reading); token !== undefined && token.kind !== 'rightParen'; token = peek(reading)) {
    if (token.kind === 'pipe' && operands.length > 0) {
      take(reading);
      break;
    }
    if (operands.length > 0 && token.range.start === end && startsOperand.has(token.kind)) {
      reading.report(problems.missingBlank(token.range, textOf(reading.text, token.range)));
    }
    const operand = parseOperand(reading);
    if (operand !== undefined) {
      operands.push(operand);
    }
    end = reading.end;
  }
  return { range: range(start, end), operands };
}

const literals: Partial<Record<TemplateTokenKind, Literal['kind']>> = {
  string: 'string',
  rawString: 'string',
  character: 'character',
  number: 'number',
};

function parseOperand(reading: ActionReading): Operand | undefined {
  const token = peek(reading);
  if (token === undefined) {
    return undefined;
  }
  if (token.kind === 'leftParen') {
    return parseParenthesis(reading, token);
  }
  take(reading);
  const source = textOf(reading.text, token.range);
  const { range: where } = token;
  switch (token.kind) {
    case 'dot':
      return chain(reading, { kind: 'dot', range: where, path: [] });
    case 'field':
      return chain(reading, { kind: 'dot', range: where, path: [fieldName(reading.text, where)] });
    case 'variable':
      checkVariable(reading, token);
      return chain(reading, { kind: 'variable', name: source, range: where, path: [] });
    case 'identifier':
      return chain(reading, { kind: 'function', name: source, range: where, path: [] });
    case 'constant':
      return literal(reading, { kind: source === 'nil' ? 'nil' : 'bool', range: where, value: source });
    default:
      return parseLiteral(reading, token, source);
  }
}

function parseLiteral(reading: ActionReading, token: TemplateToken, source: string): Operand | undefined {
  const kind = literals[token.kind];
  if (kind === undefined) {
    refuse(reading, token);
    return undefined;
  }
  if (kind === 'number' && !isNumber(source)) {
    reading.report(problems.invalidNumber(token.range, source));
  }
  if (kind === 'character' && !isCharacter(source)) {
    reading.report(problems.invalidCharacter(token.range));
  }
  return literal(reading, { kind, range: token.range, value: valueOf(reading, token, source) });
}

function valueOf(reading: ActionReading, { kind, range: where }: TemplateToken, source: string): string {
  if (kind === 'rawString') {
    return source.slice(1, -1);
  }
  if (kind !== 'string') {
    return source;
  }
  const { text, isValid } = unquote(source);
  if (!isValid) {
    reading.report(problems.invalidEscape(where));
  }
  return text;
}

function parseParenthesis(reading: ActionReading, open: TemplateToken): Chain | undefined {
  if (reading.depth >= mostParentheses) {
    reading.report(problems.tooDeep(open.range));
    reading.at = reading.tokens.length;
    return undefined;
  }
  take(reading);
  reading.depth += 1;
  const pipeline = parsePipeline(reading);
  reading.depth -= 1;
  if (take(reading) === undefined) {
    reading.report(problems.unclosedParenthesis(open.range));
  }
  return chain(reading, {
    kind: 'parenthesis',
    pipeline,
    range: range(open.range.start, reading.end),
    path: [],
  });
}

/** Hangs on `start` the fields that follow without a blank. */
function chain(reading: ActionReading, start: Chain): Chain {
  const fields = takeFields(reading);
  if (start.kind === 'dot' && start.path.length === 0 && fields[0] !== undefined) {
    reading.report(problems.fieldOfLiteral(fields[0].range, '.'));
  }
  return fields.length === 0
    ? start
    : { ...start, range: range(start.range.start, reading.end), path: [...start.path, ...fields] };
}

function literal(reading: ActionReading, value: Literal): Literal {
  const [field] = takeFields(reading);
  if (field !== undefined) {
    reading.report(problems.fieldOfLiteral(field.range, textOf(reading.text, value.range)));
  }
  return value;
}

function takeFields(reading: ActionReading): Name[] {
  const fields: Name[] = [];
  for (let token = peek(reading); isGluedField(token, reading.end); token = peek(reading)) {
    fields.push(fieldName(reading.text, token.range));
    take(reading);
  }
  return fields;
}

function isGluedField(token: TemplateToken | undefined, end: number): token is TemplateToken {
  return token?.kind === 'field' && token.range.start === end;
}

function fieldName(text: string, field: TextRange): Name {
  const where = range(field.start + 1, field.end);
  return { name: textOf(text, where), range: where };
}

function checkVariable({ text, variables, report }: ActionReading, variable: TemplateToken): void {
  const name = textOf(text, variable.range);
  if (!variables.has(name)) {
    report(problems.undefinedVariable(variable.range, name));
  }
}

/** What a pipe leads into has to be a function or a method. */
function checkStages({ text, report }: ActionReading, [, ...stages]: readonly Command[]): void {
  for (const { operands } of stages) {
    const [first] = operands;
    const isCallable =
      first !== undefined && 'path' in first && (first.kind !== 'dot' || first.path.length > 0);
    if (first !== undefined && !isCallable) {
      report(problems.notCallable(first.range, textOf(text, first.range)));
    }
  }
}
