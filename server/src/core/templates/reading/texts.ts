// Texts that are put together: what stands around a subject in them is kept.
import type { Call, Reading } from './reading.ts';
import { constants, join, passedOn, subjectsIn, type Joined, type Value } from './values.ts';

/** `printf "images/%s.svg" x` */
export function printFormat(_: Reading, { args }: Call): Value {
  const [format, ...rest] = args.map(({ value }) => value);
  const [constant] = constants(format ?? []);
  if (format?.length !== 1 || constant === undefined) {
    return remade(args.map(({ value }) => value));
  }
  // Texts and verbs in turn; of `%T` nothing of the value is left.
  const pieces = constant.text.replaceAll('%%', '\u0000').split(/%[-+# 0-9.]*([a-z])/i);
  return concatenate(
    pieces.map((piece, index) => {
      const isText = index % 2 === 0;
      return isText
        ? textValue(piece.replaceAll('\u0000', '%'))
        : piece === 'T'
          ? []
          : (rest[(index - 1) / 2] ?? []);
    }),
  );
}

export function print(_: Reading, { args }: Call): Value {
  return concatenate(args.map(({ value }) => value));
}

/** `path.Join`: one slash between the parts. */
export function joinPath(_: Reading, { args }: Call): Value {
  const parts = args.flatMap(({ value }) => partsOf(value));
  return concatenate(between(parts, '/')).map((atom) =>
    atom.kind === 'joined'
      ? { ...atom, before: withSingleSlashes(atom.before), after: withSingleSlashes(atom.after) }
      : atom,
  );
}

/** `delimit (slice "/img" x) "/"`; of a list that a page gives it is a use. */
export function delimit({ notes }: Reading, { args, at }: Call): Value {
  const [list = [], delimiter = []] = args.map(({ value }) => value);
  for (const subject of subjectsIn(list.filter(({ kind }) => kind === 'subject'))) {
    notes.type(subject, { type: 'list', folder: undefined }, at);
  }
  const [constant] = constants(delimiter);
  return concatenate(between(partsOf(list), constant?.text ?? ''));
}

/** Texts are added one to the other, numbers are numbers. */
export function add(reading: Reading, call: Call): Value {
  const values = call.args.map(({ value }) => value);
  if (values.some((value) => constants(value).some(({ type }) => type === 'string'))) {
    return concatenate(values);
  }
  for (const subject of values.flatMap(subjectsIn)) {
    reading.notes.type(subject, { type: 'int', folder: undefined }, call.at);
  }
  return [];
}

function between(parts: readonly Value[], text: string): Value[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [textValue(text), part]));
}

function partsOf(value: Value): readonly Value[] {
  const [only] = value;
  return value.length === 1 && only?.kind === 'list' && only.parts !== undefined ? only.parts : [value];
}

function textValue(text: string): Value {
  return [{ kind: 'constant', type: 'string', text }];
}

function withSingleSlashes(text: string | undefined): string | undefined {
  return text?.replace(/\/{2,}/g, '/');
}

/** A text of more parts than these, or a longer one, is no name of anything. */
const mostParts = 40;
const longestText = 400;

/** The text of all parts, one behind the other. */
function concatenate(parts: readonly Value[]): Value {
  const shown = parts.filter((part) => textOf(part) !== '');
  if (shown.length <= mostParts && shown.every(isConstant)) {
    return alternatives(shown).flatMap(textValue);
  }
  return shown.length === 1 || shown.length > mostParts
    ? remade(shown)
    : join(shown.map((part, index) => placedIn(shown, part, index)));
}

function isConstant(value: Value): boolean {
  return value.length > 0 && value.every(({ kind }) => kind === 'constant');
}

/** More texts than these are not told apart. */
const mostAlternatives = 16;

/** All texts that the parts may make; none where these are too many or too long. */
function alternatives(parts: readonly Value[]): string[] {
  return parts.reduce<string[]>(
    (starts, part) => {
      const texts = starts.flatMap((start) => constants(part).map(({ text }) => start + text));
      const isSmall = texts.length <= mostAlternatives && texts.every(({ length }) => length <= longestText);
      return isSmall ? texts : [];
    },
    [''],
  );
}

/** The subjects of the part, with what the other parts put around them. */
function placedIn(parts: readonly Value[], part: Value, index: number): Value {
  const around = (some: readonly Value[]): string | undefined =>
    some.reduce<string | undefined>((text, each) => plus(text, textOf(each)), '');
  const before = around(parts.slice(0, index));
  const after = around(parts.slice(index + 1));
  return part.flatMap((atom): Value => {
    if (atom.kind === 'subject') {
      return [{ kind: 'joined', subject: atom.subject, before, after }];
    }
    return atom.kind === 'joined' ? [extended(atom, before, after)] : atom.kind === 'inner' ? [atom] : [];
  });
}

function extended(atom: Joined, before: string | undefined, after: string | undefined): Joined {
  return { ...atom, before: plus(before, atom.before), after: plus(atom.after, after) };
}

function plus(before: string | undefined, after: string | undefined): string | undefined {
  const isKnown = before !== undefined && after !== undefined;
  return isKnown && before.length + after.length <= longestText ? before + after : undefined;
}

/** The text that a value always is; addresses are told from the site's. */
export function textOf(value: Value): string | undefined {
  const [only] = value;
  return value.length !== 1
    ? undefined
    : only?.kind === 'constant'
      ? only.text
      : only?.kind === 'root'
        ? './'
        : undefined;
}

/** What is left of values that a function has made something else of. */
function remade(values: readonly Value[]): Value {
  const left = passedOn(join(values));
  return left.length === 0 ? [] : [...left, { kind: 'other' }];
}
