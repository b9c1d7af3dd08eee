import type { SiteSymbol } from '../../references/types.ts';
import { toArgumentId } from '../../site/pageRecord.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { identifier, notOwn, sameName, taken, type Renaming } from './renaming.ts';
import { bareName } from './writeName.ts';

/** The places where the template asks for it, and every call that gives it. */
export function renameArgument(
  site: SiteSnapshot,
  symbol: Extract<SiteSymbol, { kind: 'argument' }>,
): Renaming {
  const { shortcode, key } = symbol;
  const name = String(key);
  return {
    name,
    refusal: refusalOf(site, symbol),
    refuses: (newName) => {
      const isPlain =
        identifier.test(newName) || (!identifier.test(name) && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(newName));
      if (!isPlain) {
        return message(
          'The name of an argument is made of letters, digits and "_", and begins with no digit.',
        );
      }
      return newName === name
        ? sameName(name)
        : isTaken(site, shortcode, newName)
          ? taken(newName)
          : undefined;
    },
    write: bareName,
  };
}

function refusalOf(
  site: SiteSnapshot,
  { shortcode, key }: Extract<SiteSymbol, { kind: 'argument' }>,
): Message | undefined {
  const definition = site.shortcode(shortcode);
  const [source] = definition?.sources ?? [];
  const signature = definition?.signature;
  if (typeof key === 'number') {
    return message('This argument has no name: it is known by its position.');
  }
  if (source === undefined || signature === undefined) {
    return message(
      'The template of "{0}" cannot be read, so nobody knows what it does with "{1}".',
      shortcode,
      key,
    );
  }
  const [open] = signature.open;
  return (
    notOwn(shortcode, source) ??
    (open === undefined
      ? undefined
      : message(
          'The template of "{0}" reads arguments by names that it makes itself (line {1}), so "{2}" may be among them.',
          shortcode,
          open.line,
          key,
        ))
  );
}

function isTaken(site: SiteSnapshot, shortcode: string, name: string): boolean {
  const id = toArgumentId(shortcode, name);
  return (
    site.shortcode(shortcode)?.signature?.arguments.some(({ key }) => key === name) === true ||
    site.argumentStats(shortcode).some((stats) => stats.id === id && stats.spelling === name)
  );
}
