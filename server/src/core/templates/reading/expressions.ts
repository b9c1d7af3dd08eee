import type { TextRange } from '../../text/range.ts';
import type { Chain, Command, Name, Operand, Pipeline } from '../types.ts';
import { callFunction } from './calls.ts';
import { truthOf, unknown } from './conditions.ts';
import { callMethod } from './methods.ts';
import type { Spot } from './places.ts';
import type { Call, Frame, Reading, Result } from './reading.ts';
import { renderedPage } from './subject.ts';
import type { Atom, Value } from './values.ts';

/** What a pipeline may be; its variables are the caller's to set. */
export function evaluate(reading: Reading, pipeline: Pipeline): Result {
  let result: Result | undefined;
  for (const command of pipeline.commands) {
    result = evaluateCommand(reading, command, result);
  }
  return result ?? { value: [], condition: unknown };
}

export function spotOf({ frame }: Reading, { range }: { readonly range: TextRange }): Spot {
  return { template: frame.template, range };
}

function evaluateCommand(reading: Reading, command: Command, piped: Result | undefined): Result {
  const [first, ...rest] = command.operands;
  if (first === undefined) {
    return { value: [], condition: unknown };
  }
  const isCall = 'path' in first && (first.kind === 'function' || first.path.length > 0);
  if (!isCall && rest.length === 0 && piped === undefined) {
    return evaluateOperand(reading, first);
  }
  const args = rest.map((operand) => evaluateOperand(reading, operand));
  if (piped !== undefined) {
    args.push(piped);
  }
  return 'path' in first
    ? evaluateChain(reading, first, args, spotOf(reading, command))
    : evaluateOperand(reading, first);
}

function evaluateOperand(reading: Reading, operand: Operand): Result {
  switch (operand.kind) {
    case 'string':
    case 'number':
    case 'bool':
    case 'nil':
      return {
        value: [{ kind: 'constant', text: operand.value, type: operand.kind }],
        condition: unknown,
      };
    case 'character':
      return { value: [], condition: unknown };
    default:
      return evaluateChain(reading, operand, [], spotOf(reading, operand));
  }
}

/** A chain with the arguments that its last part is called with. */
function evaluateChain(reading: Reading, chain: Chain, args: readonly Result[], at: Spot): Result {
  if (chain.kind === 'function') {
    return evaluateFunction(reading, chain, args, at);
  }
  if (chain.path.length === 0 && chain.kind === 'parenthesis') {
    return evaluate(reading, chain.pipeline);
  }
  const start = startOf(reading, chain);
  if (chain.path.length === 0) {
    return { value: start, condition: truthOf(start) };
  }
  const value = follow(reading, start, chain.path, args, at);
  return { value, condition: truthOf(value) };
}

function startOf(reading: Reading, chain: Exclude<Chain, { kind: 'function' }>): Value {
  switch (chain.kind) {
    case 'dot':
      return reading.dot;
    case 'parenthesis':
      return evaluate(reading, chain.pipeline).value;
    case 'variable':
      return chain.name === '$' ? reading.frame.root : (find(reading.frame, chain.name) ?? []);
  }
}

function evaluateFunction(
  reading: Reading,
  chain: Extract<Chain, { kind: 'function' }>,
  args: readonly Result[],
  at: Spot,
): Result {
  const root = rootOf(chain);
  if (root !== undefined) {
    const value = follow(reading, [root], chain.path, args, at);
    return { value, condition: truthOf(value) };
  }
  const name = [chain.name, ...chain.path.map((part) => part.name)].join('.');
  const call: Call = { name, args, at };
  return callFunction(reading, call);
}

/** What a function is that answers the site or the page. */
function rootOf({ name, path }: Extract<Chain, { kind: 'function' }>): Atom | undefined {
  switch (name) {
    case 'site':
      return { kind: 'site' };
    case 'page':
      return { kind: 'page', scope: renderedPage };
    case 'hugo':
      return path[0]?.name === 'Data' ? { kind: 'site' } : undefined;
    default:
      return undefined;
  }
}

/** The value of the fields of `path` one after the other; the last one gets the arguments. */
function follow(
  reading: Reading,
  start: Value,
  path: readonly Name[],
  args: readonly Result[],
  at: Spot,
): Value {
  return path.reduce<Value>((value, part, index) => {
    const isLast = index === path.length - 1;
    return callMethod(reading, value, { name: part.name, args: isLast ? args : [], at });
  }, start);
}

export function find({ variables }: Frame, name: string): Value | undefined {
  return variables.findLast((scope) => scope.has(name))?.get(name);
}
