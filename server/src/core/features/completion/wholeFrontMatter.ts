// The front matter of a new page as one suggestion: what its archetype prescribes, or what pages like it have, to be filled in key by key.
import { askedPage, type AskedPage } from '../../schema/askedPage.ts';
import { newPage, type NewPage } from '../../schema/newPage.ts';
import { newPageLines, type NewLine } from '../../schema/newPageLines.ts';
import { formatMessage, message, type Message } from '../../text/message.ts';
import { choiceText, snippetText } from '../../text/snippet.ts';
import { findHeaderSpot } from './headerSpot.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

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
  const lines = newPageLines(fresh.keys, spot.format, asked, client);
  const joint = (spot.format === 'json' ? ',' : '') + page.style.eol;
  const whole = (texts: readonly string[], escape: (text: string) => string): string =>
    escape(spot.before) + texts.join(joint) + escape(spot.behind);
  const label = formatMessage(message('Front matter'), client.translate);
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

/** The line as a snippet: the value is the place to fill in at the `stop`th stop. */
function toSnippet({ before, value, behind, choices }: NewLine, stop: number): string {
  const at = String(stop);
  const place =
    choices === undefined
      ? `\${${at}${value === '' ? '' : `:${snippetText(value)}`}}`
      : `\${${at}|${choices.map(choiceText).join(',')}|}`;
  return snippetText(before) + place + snippetText(behind);
}
