// Go's `printf`, for the verbs that templates use.
import { integerOf, kindOf, lettersOf, printedInside, unknown, type GoValue } from './values.ts';

/** The longest that a number or a text is made by a width. */
const widest = 500;

/** Verbs that are not known here leave the evaluation to Hugo. */
export function formatted(layout: string, args: readonly GoValue[]): string {
  let used = 0;
  const text = layout.replace(
    /%(?:%|([-0+ #]*)(\d{0,4})(?:\.(\d{0,4}))?(.?))/gsu,
    (whole: string, ...found: (string | undefined)[]) => {
      const [flags = '', width = '', precision, verb = ''] = found;
      if (whole === '%%') {
        return '%';
      }
      if (used >= args.length) {
        return `%!${verb}(MISSING)`;
      }
      const value = args[used];
      used += 1;
      const made = verbatim(verb, value, precision === undefined ? undefined : Number(precision));
      return padded(made, flags, Math.min(Number(width), widest));
    },
  );
  const rest = args.slice(used).map((value) => `${typeName(value)}=${printedInside(value)}`);
  return rest.length === 0 ? text : `${text}%!(EXTRA ${rest.join(', ')})`;
}

function verbatim(verb: string, value: GoValue, precision: number | undefined): string {
  switch (verb) {
    case 'v':
      return printedInside(value);
    case 's':
      return typeof value === 'string'
        ? lettersOf(value).slice(0, precision).join('')
        : kindOf(value) === 'list' || kindOf(value) === 'named'
          ? printedInside(value)
          : mistaken(verb, value);
    case 'd':
      return typeof value === 'number' || kindOf(value) === 'named'
        ? String(integerOf(value))
        : mistaken(verb, value);
    case 'q':
      return typeof value === 'string' && /^[\p{L}\p{N}\p{P}\p{S} \n\t]*$/u.test(value)
        ? JSON.stringify(value)
        : unknown();
    case 'x':
      return typeof value === 'number' ? value.toString(16) : unknown();
    case 't':
      return typeof value === 'boolean' ? String(value) : mistaken(verb, value);
    case 'c':
      return typeof value === 'number' && value >= 0 && value < 0xd800
        ? String.fromCodePoint(value)
        : unknown();
    case 'T':
      return typeName(value);
    default:
      return unknown();
  }
}

function padded(text: string, flags: string, width: number): string {
  if (/[ #]/.test(flags)) {
    return unknown();
  }
  const missing = Math.max(0, width - lettersOf(text).length);
  if (flags.includes('-')) {
    return text + ' '.repeat(missing);
  }
  const isNegative = flags.includes('0') && text.startsWith('-');
  const fill = (flags.includes('0') ? '0' : ' ').repeat(missing);
  return isNegative ? `-${fill}${text.slice(1)}` : fill + text;
}

function mistaken(verb: string, value: GoValue): string {
  return value === undefined ? unknown() : `%!${verb}(${typeName(value)}=${printedInside(value)})`;
}

function typeName(value: GoValue): string {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'int';
    case 'boolean':
      return 'bool';
    default:
      return unknown();
  }
}
