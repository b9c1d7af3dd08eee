// What variables hold, and what setting one says of the argument or key that it is about.
import { textOf } from '../../text/range.ts';
import type { BranchNode, Clause, Pipeline } from '../types.ts';
import { evaluate, find, spotOf } from './expressions.ts';
import type { Frame, Reading } from './reading.ts';
import { constants, either, oneOf, subjects, type Value } from './values.ts';

/** A longer text in the place of a value is no default. */
const defaultTextLength = 60;

/** The second variable of a loop is the element, as is the only one. */
export function setVariables({ variables }: Frame, pipeline: Pipeline, value: Value): void {
  pipeline.variables.forEach(({ name }, index) => {
    variables.at(-1)?.set(name, index === pipeline.variables.length - 1 ? value : []);
  });
}

/** After a branch that sets a variable it may be either; where the branch asks for what is given, the other is its default. */
export function assign(reading: Reading, name: string, value: Value, pipeline: Pipeline): void {
  const { frame, conditions, notes } = reading;
  const scope = frame.variables.findLast((each) => each.has(name));
  const before = find(frame, name) ?? [];
  if (conditions.length === 0) {
    scope?.set(name, value);
    return;
  }
  const last = conditions.at(-1);
  const [given, fallback] = last?.kind === 'given' ? [value, before] : [before, value];
  const [constant] = constants(fallback);
  const isDefault =
    (last?.kind === 'given' || last?.kind === 'missing') &&
    subjects(given).includes(last.subject) &&
    fallback.length === 1 &&
    constant !== undefined;
  const isCertain = conditions.length === 1;
  if (isDefault) {
    const at = spotOf(reading, pipeline);
    notes.default(last.subject, constant.text, isCertain ? 'proven' : 'likely', at);
  }
  scope?.set(name, isDefault && isCertain ? either([before, value]) : oneOf([before, value]));
}

/** `{{ with .Get "x" }}{{ . }}{{ else }}text{{ end }}`: the text stands for what is not given. */
export function noteTextInPlace(
  reading: Reading,
  kind: BranchNode['kind'],
  clauses: readonly Clause[],
): void {
  const [shown, ...more] = clauses[0]?.body ?? [];
  const [text, ...others] = clauses[1]?.body ?? [];
  const pipeline = clauses[0]?.pipeline;
  const { template } = reading.frame;
  const isDot = shown?.kind === 'action' && textOf(template.text, shown.pipeline.range).trim() === '.';
  const isPlain = clauses.length === 2 && more.length === 0 && others.length === 0;
  if (kind !== 'with' || !isDot || !isPlain || text?.kind !== 'text' || pipeline === undefined) {
    return;
  }
  const words = textOf(template.text, text.range).trim();
  if (words === '' || words.length > defaultTextLength || /[<>]/.test(words)) {
    return;
  }
  for (const subject of subjects(evaluate(reading, pipeline).value)) {
    reading.notes.default(subject, words, 'proven', spotOf(reading, text));
  }
}
