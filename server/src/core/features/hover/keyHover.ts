import type { OutlineEntry, ScalarNode } from '../../frontMatter/types.ts';
import { dateLayouts, isHugoDate } from '../../hugo/dateLayouts.ts';
import { code } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import { touches } from '../../text/range.ts';
import { fieldDocumentation } from '../fieldDocumentation.ts';
import { isTaxonomy, knownKey, recurringValues } from '../frontMatterKey.ts';
import { usedInPages, usedOnPages } from '../provenance.ts';
import type { HoverPart, HoverRequest } from './hoverRequest.ts';

/** So many of a key's values are told. */
const valuesTold = 5;

/** What is known of the key at the cursor, or of the value there. */
export function keyHover(request: HoverRequest): HoverPart | undefined {
  const { page, offset } = request;
  for (const entry of page.outline?.entries ?? []) {
    if (touches(entry.keyRange, offset)) {
      return { range: entry.keyRange, markdown: keyText(request, entry) };
    }
    const scalar = entry.scalars.find(({ range }) => touches(range, offset));
    if (scalar !== undefined) {
      const isDate = knownKey(request.site, entry.path).type === 'date';
      return isDate ? dateHover(request, scalar) : valueHover(request, entry, scalar);
    }
  }
  return undefined;
}

function keyText({ site, client, say }: HoverRequest, { path, key }: OutlineEntry): string {
  const { id, field, type } = knownKey(site, path);
  const usage = usedInPages(site, id);
  return [
    [
      `**${code(key)}**`,
      type ?? [],
      field === undefined ? [] : say(message('read by Hugo')),
      usage === undefined ? [] : say(usage),
    ]
      .flat()
      .join(' · '),
    field === undefined ? [] : fieldDocumentation(field, client.translate),
    field === undefined ? commonValues({ site, say }, id) : [],
  ]
    .flat()
    .join('\n\n');
}

function commonValues({ site, say }: Pick<HoverRequest, 'site' | 'say'>, id: string): string[] {
  const values = recurringValues(site, id)
    .filter(({ pages }) => pages > 1)
    .slice(0, valuesTold);
  return values.length === 0
    ? []
    : [
        say(
          message(
            'Most used: {0}',
            values.map(({ value, pages }) => `${code(value)} (${String(pages)})`).join(', '),
          ),
        ),
      ];
}

/** How many pages have the same value; nothing for prose of the page's own. */
function valueHover(
  { site, say }: HoverRequest,
  { path }: OutlineEntry,
  scalar: ScalarNode,
): HoverPart | undefined {
  const { id, field } = knownKey(site, path);
  const use =
    field?.freeText === true ? undefined : site.values(id, 1000).find(({ value }) => value === scalar.text);
  if (use === undefined) {
    return undefined;
  }
  const where = isTaxonomy(site, id) ? say(message('term of {0}', code(id))) : code(id);
  return {
    range: scalar.range,
    markdown: `${code(scalar.text)} · ${where} · ${say(usedOnPages(use.pages))}`,
  };
}

/** What Hugo makes of a date, which it does not say itself: old releases take what they cannot read for no date at all. */
function dateHover({ page, say }: HoverRequest, { range, style, text }: ScalarNode): HoverPart {
  const example = code(dateLayouts[0]?.example ?? '');
  const isOwnType = style === 'plain' && page.fence?.format === 'toml';
  if (isOwnType || isHugoDate(text)) {
    return { range, markdown: say(message('Hugo reads this date.')) };
  }
  return {
    range,
    markdown:
      style === 'plain' && /^\d+$/.test(text)
        ? say(message('Hugo takes a number for the seconds since 1970. Write the date like {0}.', example))
        : say(message('Hugo reads no date here. Write it like {0}.', example)),
  };
}
