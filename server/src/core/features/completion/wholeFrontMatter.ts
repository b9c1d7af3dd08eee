// The front matter of a new page as one suggestion: what its archetype prescribes, or what pages like it have, to be filled in key by key.
import { askedPage, type AskedPage } from '../../schema/askedPage.ts';
import { archetypeOf } from '../../schema/keySchema.ts';
import { newPage, type NewPage } from '../../schema/newPage.ts';
import { newPageLines, type NewLine } from '../../schema/newPageLines.ts';
import { formatMessage, message, type Message } from '../../text/message.ts';
import { range, textOf } from '../../text/range.ts';
import { choiceText, snippetText } from '../../text/snippet.ts';
import { findHeaderSpot, type HeaderSpot } from './headerSpot.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

/** Suggestions where a page that has no key yet may be given its front matter: that of its section, then as the other archetypes of the site have it. */
export function* wholeFrontMatter(request: CompletionRequest): Iterable<Suggestion> {
  const { site, page, offset, client } = request;
  if (findHeaderSpot(page, offset, 'yaml') === undefined) {
    return;
  }
  const asked = askedPage(site, page);
  const own = newPage(site, asked);
  const say = (text: Message): string => formatMessage(text, client.translate);
  const label =
    asked.section === '' ? message('Front matter') : message('Front matter of {0}', asked.section);
  yield* headerOf(request, asked, own, say(label));
  const others = new Map(site.archetypes().map((archetype) => [archetype.name, archetype]));
  others.delete(archetypeOf(site, asked)?.name ?? '');
  for (const [name, archetype] of [...others].slice(0, mostOthers)) {
    yield* headerOf(
      request,
      asked,
      newPage(site, asked, archetype),
      say(message('Front matter as {0}', name)),
    );
  }
}

/** More archetypes than these would be a list of their own. */
const mostOthers = 8;

function* headerOf(
  { page, offset, client }: CompletionRequest,
  asked: AskedPage,
  fresh: NewPage,
  label: string,
): Iterable<Suggestion> {
  const spot = findHeaderSpot(page, offset, fresh.format);
  const filterText = spot && filterOf(spot, textOf(page.text, range(spot.range.start, offset)), label);
  if (spot === undefined || filterText === undefined) {
    return;
  }
  const lines = newPageLines(fresh.keys, spot.format, asked, client);
  const joint = (spot.format === 'json' ? ',' : '') + page.style.eol;
  const whole = (texts: readonly string[], escape: (text: string) => string): string =>
    escape(spot.before) + texts.join(joint) + escape(spot.behind);
  const newText = whole(
    lines.map(({ before, value, behind }) => before + value + behind),
    (text) => text,
  );
  yield {
    label,
    kind: 'frontMatter',
    range: spot.range,
    newText,
    snippet: `${whole(
      lines.map((line, at) => toSnippet(line, at + 1)),
      snippetText,
    )}$0`,
    filterText,
    details: [originOf(fresh, asked)],
    documentation: `\`\`\`${spot.format}\n${newText.trim()}\n\`\`\``,
  };
}

/** What else a writer may type for it at the top of an empty page. */
const otherWords = ['front matter', 'fm', 'hugo-front-matter'];
const leastTyped = 2;

/** What an editor compares with what is typed: the delimiters, or of the words that a writer may mean those that begin so; nothing for other words. */
function filterOf({ before }: HeaderSpot, typed: string, label: string): string | undefined {
  if (!/^\p{L}/u.test(typed)) {
    return before.trim() + label;
  }
  const begins = (word: string): boolean => word.toLowerCase().startsWith(typed.toLowerCase());
  return typed.length < leastTyped ? undefined : [label, ...otherWords].find(begins);
}

function originOf({ archetype }: NewPage, { section }: AskedPage): Message | string {
  if (archetype !== undefined) {
    return archetype.source.path;
  }
  return section === '' ? message('as most pages have it') : message('as most pages of {0} have it', section);
}

/** The line as a snippet: the value is the place to fill in at the `stop`th stop. */
function toSnippet({ before, value, behind, choices }: NewLine, stop: number): string {
  const at = String(stop);
  const place =
    choices === undefined
      ? `\${${at}${value === '' ? '' : `:${snippetText(value)}`}}`
      : `\${${at}|${choices.map(choiceText).join(',')}|}`;
  return snippetText(before) + place + snippetText(behind);
}
