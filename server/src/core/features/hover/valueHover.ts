import type { ScalarNode } from '../../frontMatter/types.ts';
import { dateLayouts, isHugoDate } from '../../hugo/dateLayouts.ts';
import { keySchema } from '../../schema/keySchema.ts';
import { isOwnText, isTaxonomy } from '../../schema/valueType.ts';
import { toKeyId } from '../../site/pageRecord.ts';
import { code } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import { leadsOf } from '../leads.ts';
import { schemaPath } from '../../schema/schemaPath.ts';
import type { ValueSubject } from '../subject.ts';
import { headline, longestValue, onPages, type HoverRequest, type HoverText } from './hoverRequest.ts';

/** Among so many of a key's values the one at hand is looked for. */
const valuesSearched = 1000;

/** What is known of a value: how many pages have the same, and where it leads; nothing for prose of the page's own. */
export function valueHover(request: HoverRequest, { entry, scalar }: ValueSubject): HoverText | undefined {
  const { site, page } = request;
  const path = schemaPath(entry.path, site.hugo);
  const schema = keySchema(site, site.page(page.uri), path);
  if (schema?.type === 'date') {
    return dateHover(request, scalar);
  }
  if (schema !== undefined && isOwnText(schema)) {
    return undefined;
  }
  const id = schema?.id ?? toKeyId(path);
  const pages = site.values(id, valuesSearched).find(({ value }) => value === scalar.text)?.pages ?? 0;
  const leads = leadsOf(site, scalar.text, schema?.uses ?? []);
  const isProse = pages === 1 && scalar.text.length > longestValue;
  if ((pages === 0 || isProse) && leads.length === 0) {
    return undefined;
  }
  const name = code(id.replaceAll('.[]', ''));
  const what = isTaxonomy(site, id) ? message('term of {0}', name) : name;
  return {
    paragraphs: [headline(request, code(scalar.text), [what, onPages(request, pages)])],
    leads,
  };
}

/** What Hugo makes of a date, which it does not say itself: old releases take what they cannot read for no date at all. */
function dateHover({ page, say }: HoverRequest, { style, text }: ScalarNode): HoverText {
  const example = code(dateLayouts[0]?.example ?? '');
  const isOwnType = style === 'plain' && page.fence?.format === 'toml';
  if (isOwnType || isHugoDate(text)) {
    return { paragraphs: [say(message('Hugo reads this date.'))] };
  }
  const isNumber = style === 'plain' && /^\d+$/.test(text);
  return {
    paragraphs: [
      say(
        isNumber
          ? message('Hugo takes a number for the seconds since 1970. Write the date like {0}.', example)
          : message('Hugo reads no date here. Write it like {0}.', example),
      ),
    ],
  };
}
