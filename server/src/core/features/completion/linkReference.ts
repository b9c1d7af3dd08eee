// Addresses in calls: the path of `ref` or `relref`, which Hugo itself looks up, and links within arguments that a template renders as Markdown.
import { isMarkdownArgument } from '../../references/argumentText.ts';
import { wordsAround } from '../../schema/callWords.ts';
import type { ArgumentPlace, ShortcodePlace, ValuePlace } from '../../shortcodes/place.ts';
import { givenAs } from '../../site/pageCalls.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { range } from '../../text/range.ts';
import { findLinkPlaceIn, type LinkPlace } from './linkPlace.ts';

/** The place of the path, where the cursor stands in one; without quotes there, they are brought along. */
export function referencePlace({ text }: PageDocument, place: ShortcodePlace): LinkPlace | undefined {
  if (!isPath(place)) {
    return undefined;
  }
  const { tag, typed, ending } = place;
  const quote = place.kind === 'argument' || place.quote === '' ? '"' : '';
  const language = givenAs(tag, 'lang')?.value.toLowerCase();
  return {
    frame: 'ref',
    isImage: false,
    range: range(place.range.start, ending.range.end),
    typed,
    opening: quote,
    ending: quote + ending.newText,
    text: wordsAround(text, tag, (key) => key === 0 || key === 'path').join(' '),
    context: '',
    ...(language === undefined || language === '' ? {} : { language }),
  };
}

/** The destination of a link in an argument that is Markdown: `text="See [ink](█)"`. */
export function argumentLinkPlace(
  site: SiteSnapshot,
  page: PageDocument,
  place: ShortcodePlace,
  offset: number,
): LinkPlace | undefined {
  if (place.kind !== 'value' || place.quote === '' || place.quote === '\\"') {
    return undefined;
  }
  const { tag, argument, positionalIndex, range: within } = place;
  const signature = site.shortcode(tag.name)?.signature;
  return signature !== undefined && isMarkdownArgument(signature, argument, positionalIndex)
    ? findLinkPlaceIn(page, offset, within)
    : undefined;
}

function isPath(place: ShortcodePlace): place is ArgumentPlace | ValuePlace {
  if ((place.kind !== 'argument' && place.kind !== 'value') || !/^(?:rel)?ref$/i.test(place.tag.name)) {
    return false;
  }
  const name = place.argument?.name;
  const hasNames = place.others.some((other) => other.name !== undefined);
  return name === undefined
    ? place.positionalIndex === 0 && !hasNames
    : place.kind === 'value' && name === 'path';
}
