// The front matter of a new page as one suggestion: what its archetype prescribes, or what pages like it have, to be filled in key by key.
import { separatorOf, writeKey, writeText } from '../../frontMatter/writing.ts';
import type { FencedFormat } from '../../frontMatter/types.ts';
import { askedPage, type AskedPage } from '../../schema/askedPage.ts';
import { newPage, type NewKey, type NewPage } from '../../schema/newPage.ts';
import { stemOf } from '../../site/pagePath.ts';
import { formatMessage, message, type Message } from '../../text/message.ts';
import type { ClientAbilities } from '../client.ts';
import { findHeaderSpot } from './headerSpot.ts';
import { choiceText, snippetText, type CompletionRequest, type Suggestion } from './suggestion.ts';

/** One suggestion where a page that has no key yet may be given its front matter. */
export function* wholeFrontMatter({ site, page, offset, client }: CompletionRequest): Iterable<Suggestion> {
  if (findHeaderSpot(page, offset, 'yaml') === undefined) {
    return;
  }
  const asked = askedPage(site, page);
  const fresh = newPage(site, asked);
  const spot = findHeaderSpot(page, offset, fresh.format);
  if (spot === undefined) {
    return;
  }
  const lines = fresh.keys.map((key, at) => keyLine(key, at + 1, spot.format, asked, client));
  const joint = (spot.format === 'json' ? ',' : '') + page.style.eol;
  const whole = (texts: readonly string[], escape: (text: string) => string): string =>
    escape(spot.before) + texts.join(joint) + escape(spot.behind);
  const label = formatMessage(message('Front matter'), client.translate);
  const newText = whole(
    lines.map(({ text }) => text),
    (text) => text,
  );
  yield {
    label,
    kind: 'frontMatter',
    range: spot.range,
    newText,
    snippet: `${whole(
      lines.map(({ snippet }) => snippet),
      snippetText,
    )}$0`,
    filterText: spot.before.trim() + label,
    details: [originOf(fresh, asked)],
    documentation: `\`\`\`${spot.format}\n${newText.trim()}\n\`\`\``,
  };
}

function originOf({ archetype }: NewPage, { section }: AskedPage): Message | string {
  if (archetype !== undefined) {
    return archetype.source.path;
  }
  return section === '' ? message('as most pages have it') : message('as most pages of {0} have it', section);
}

interface Line {
  readonly text: string;
  readonly snippet: string;
}

function keyLine(
  key: NewKey,
  stop: number,
  format: FencedFormat,
  asked: AskedPage,
  client: ClientAbilities,
): Line {
  const start = (format === 'json' ? '  ' : '') + writeKey(format, key.schema.spelling) + separatorOf(format);
  const value = valueOf(key, stop, format, asked, client);
  return { text: start + value.text, snippet: snippetText(start) + value.snippet };
}

function valueOf(
  key: NewKey,
  stop: number,
  format: FencedFormat,
  asked: AskedPage,
  client: ClientAbilities,
): Line {
  const { schema, values } = key;
  const [first = ''] = values;
  switch (schema.type) {
    case 'bool':
      return choice(stop, first === 'true' ? ['true', 'false'] : ['false', 'true']);
    case 'int':
    case 'float':
      return place(stop, '', first, '');
    case 'date':
      return place(
        stop,
        quoteOf(format),
        (key.hasTime ? client.now : undefined) ?? client.today,
        quoteOf(format),
      );
    case 'list':
      return values.length === 0
        ? place(stop, '[', '', ']')
        : place(stop, '[', values.map((value) => writeText(format, value, '"', true)).join(', '), ']');
    default:
      return text(stop, format, schema.id === 'title' ? titleOf(asked) : first);
  }
}

/** A date of JSON is a text. */
function quoteOf(format: FencedFormat): string {
  return format === 'json' ? '"' : '';
}

function text(stop: number, format: FencedFormat, value: string): Line {
  const written = writeText(format, value, '"', false);
  return place(stop, written.slice(0, 1), written.slice(1, -1), written.slice(-1));
}

function place(stop: number, before: string, value: string, behind: string): Line {
  const inner = value === '' ? '' : `:${snippetText(value)}`;
  return {
    text: before + value + behind,
    snippet: `${snippetText(before)}\${${String(stop)}${inner}}${snippetText(behind)}`,
  };
}

function choice(stop: number, values: readonly string[]): Line {
  const [first = ''] = values;
  return { text: first, snippet: `\${${String(stop)}|${values.map(choiceText).join(',')}|}` };
}

/** From the name of the file, of a bundle that of its folder, without the date that stands before it. */
function titleOf(asked: AskedPage): string {
  const name = stemOf(asked)
    .replace(/(?:^|\/)_?index$/, '')
    .replace(/^.*\//, '')
    .replace(/^\d{4}-\d\d(?:-\d\d)?-/, '')
    .replace(/[-_]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
