import { range, textOf, type TextRange } from '../../text/range.ts';
import type { Argument, ShortcodeTag } from '../../shortcodes/types.ts';
import { givenAs } from '../../site/pageCalls.ts';

/** What a call of `ref` or `relref` asks for. */
export interface Reference {
  readonly argument: Argument;
  /** The path in it, in the page's text: without query and fragment, without the host of an address. */
  readonly pathRange: TextRange;
  /** As Hugo looks it up; `undefined` where Hugo cannot read the address. Empty for the page itself and for addresses without a path. */
  readonly path: string | undefined;
  readonly language: Argument | undefined;
  readonly outputFormat: Argument | undefined;
}

/** Nothing for a call without a path. */
export function referenceIn(tag: ShortcodeTag, text: string): Reference | undefined {
  const argument = givenAs(tag, 'path') ?? givenAs(tag, 0);
  if (argument === undefined) {
    return undefined;
  }
  const { contentRange } = argument;
  const pathRange = pathIn(contentRange, textOf(text, contentRange));
  return {
    argument,
    pathRange,
    path: unescaped(textOf(text, pathRange)),
    language: givenAs(tag, 'lang'),
    outputFormat: givenAs(tag, 'outputFormat') ?? givenAs(tag, 1),
  };
}

/** As Go's `url.Parse` takes an address apart: of one with a scheme and no slash nothing is a path. */
function pathIn({ start }: TextRange, address: string): TextRange {
  const [whole = ''] = /^[^#?]*/.exec(address) ?? [];
  const [scheme = ''] = /^[a-z][a-z\d+.-]*:/i.exec(whole) ?? [];
  const [host = ''] = /^\/\/[^/]*/.exec(whole.slice(scheme.length)) ?? [];
  const isOpaque = scheme !== '' && !whole.startsWith('/', scheme.length);
  return range(start + (isOpaque ? whole.length : scheme.length + host.length), start + whole.length);
}

function unescaped(path: string): string | undefined {
  const hasBadColon = /^[^/]*:/.test(path);
  try {
    return hasBadColon ? undefined : decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
