// Gives the arguments of a call by name in place of by position, or the other way round, where the template reads each both ways.
import { embeddedShortcode } from '../../hugo/embeddedShortcodes.ts';
import { verdictFor } from '../../hugo/version.ts';
import type { Argument } from '../../shortcodes/types.ts';
import type { ArgumentSignature } from '../../templates/signature.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import { message } from '../../text/message.ts';
import { range, textOf } from '../../text/range.ts';
import type { KnownCall, ShortcodeAction } from './action.ts';

/** The other way to give the arguments of a call; nothing where they are given both ways, or one has no other way that is proven to mean the same. */
export function argumentStyleAction(known: KnownCall): readonly ShortcodeAction[] {
  const { open } = known.call;
  const { args, name } = open;
  const isWhole = open.sound && !open.inline && args.every(({ quote }) => quote !== '\\"');
  if (!isWhole || args.length === 0) {
    return [];
  }
  const names = namesByPosition(known);
  const isNamed = args.every((argument) => argument.name !== undefined);
  const edits = (isNamed ? toPositions : toNames)(known.page.text, args, names);
  return edits === undefined
    ? []
    : [
        {
          kind: 'rewrite',
          title: isNamed
            ? message('Give the arguments of "{0}" by position', name)
            : message('Give the arguments of "{0}" by name', name),
          edits,
        },
      ];
}

/** The name that says the same as each position; none where that is not proven, or where the shortcodes inside read the arguments, too. */
function namesByPosition({ site, call, definition }: KnownCall): readonly (string | undefined)[] {
  const isReadInside = call.children.some(
    ({ open }) => (site.shortcode(open.name)?.signature?.parentArguments ?? []).length > 0,
  );
  const { name, sources, signature } = definition;
  const names: (string | undefined)[] = [];
  if (sources[0]?.origin === 'embedded') {
    for (const { name: own, position, since, positionUntil } of embeddedShortcode(name)?.args ?? []) {
      if (position !== undefined && verdictFor(site.hugo, since, positionUntil) === 'all') {
        names[position] = own;
      }
    }
  } else if (signature !== undefined && signature.open.length === 0) {
    for (const argument of signature.arguments) {
      const position = positionOf(argument, signature.arguments);
      if (position !== undefined && typeof argument.key === 'string') {
        names[position] = argument.key;
      }
    }
  }
  return isReadInside ? [] : names;
}

/** Of a named argument the only position that is read wherever the name is read. */
function positionOf(
  { key, aliases, reads }: ArgumentSignature,
  all: readonly ArgumentSignature[],
): number | undefined {
  const [position, ...others] = aliases;
  const other = all.find((each) => each.key === position);
  const isSame =
    other?.aliases.length === 1 && other.aliases[0] === key && other.reads.length === reads.length;
  return typeof position === 'number' && others.length === 0 && isSame ? position : undefined;
}

/** An unquoted value with a name takes everything up to the next white space. */
function toNames(
  text: string,
  args: readonly Argument[],
  names: readonly (string | undefined)[],
): readonly OffsetEdit[] | undefined {
  if (args.some((argument, at) => argument.name !== undefined || names[at] === undefined)) {
    return undefined;
  }
  return args.flatMap(({ valueRange: { start, end }, quote }, at) => {
    const blank = /\s/.test(text.charAt(start - 1)) ? '' : ' ';
    const isGlued = quote === '' && !/\s/.test(text.charAt(end));
    return [
      { range: range(start, start), newText: `${blank}${names[at] ?? ''}=` },
      ...(isGlued ? [{ range: range(end, end), newText: ' ' }] : []),
    ];
  });
}

/** In the order of the positions, without a gap. */
function toPositions(
  text: string,
  args: readonly Argument[],
  names: readonly (string | undefined)[],
): readonly OffsetEdit[] | undefined {
  const byName = new Map(args.map((argument) => [argument.name, argument]));
  if (byName.size < args.length) {
    return undefined;
  }
  const edits = args.map((place, position): OffsetEdit | undefined => {
    const argument = byName.get(names[position]);
    const written = argument && byPosition(text, argument);
    if (argument === undefined || written === undefined) {
      return undefined;
    }
    const isKept = place === argument && written === textOf(text, argument.valueRange);
    return isKept
      ? { range: range(place.range.start, argument.valueRange.start), newText: '' }
      : { range: place.range, newText: written };
  });
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

const word = /^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*$/u;

/** A text that may not stand without quotes there gets them; a number may not, or it would be a text. */
function byPosition(text: string, { quote, type, value, valueRange }: Argument): string | undefined {
  if (quote !== '' || word.test(value)) {
    return textOf(text, valueRange);
  }
  if (type !== 'string' || value === '') {
    return undefined;
  }
  return /["\\\r\n]/.test(value) ? (value.includes('`') ? undefined : `\`${value}\``) : `"${value}"`;
}
