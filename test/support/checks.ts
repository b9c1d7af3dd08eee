// The only code that knows how features are asked: tests show what a writer has in front of them and what comes of it.
import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { InsertTextFormat, TextEdit } from 'vscode-languageserver-types';
import { expect } from 'vitest';
import { beforePublishing } from '../../server/src/core/features/beforePublishing.ts';
import { check } from '../../server/src/core/features/check.ts';
import type { ClientAbilities } from '../../server/src/core/features/client.ts';
import { complete } from '../../server/src/core/features/complete.ts';
import { definition } from '../../server/src/core/features/definition.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import type { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { formatMessage } from '../../server/src/core/text/message.ts';
import { takeAnnotations, takeCursor } from './marks.ts';
import { pageOf } from './site.ts';

/** A page that is open in the editor; the path tells its section, language and kind. */
export interface OpenPage {
  readonly site: SiteSnapshot;
  readonly path?: string;
}

/** The writer's time in every test. */
export const now = '2026-11-21T09:30:00+01:00';

export const vscode: ClientAbilities = {
  snippets: true,
  today: '2026-11-21',
  now,
  suggestCommand: 'suggest',
};

const somePage = 'content/blogg/ett.md';

/** The suggestions that the editor shows at `█`: those that match what is typed, in their order. */
export function suggestions(marked: string, { site, path = somePage }: OpenPage, client = vscode): string[] {
  return shown(marked, { site, path }, client).map(({ label }) => label);
}

/** The list at `█` as the editor gets it, before it compares it with what is typed. */
export function completionList(
  marked: string,
  { site, path = somePage }: OpenPage,
  client = vscode,
): CompletionList {
  const { text, offset } = takeCursor(marked);
  return complete(site, pageOf(site, path, text), offset, client);
}

/** Accepts the suggestion `label` at `█` and compares the text that the writer then has; places to fill in stand as `${1}`. */
export function checkCompletion(
  marked: string,
  label: string,
  expected: string,
  { site, path = somePage }: OpenPage,
  client = vscode,
): void {
  const item = shown(marked, { site, path }, client).find((each) => each.label === label);
  expect(item, `${label} is suggested at █`).toBeDefined();
  if (item !== undefined) {
    expect(accept(marked, item, pageOf(site, path, takeCursor(marked).text))).toBe(expected);
  }
}

/** The hover at `█`: what it covers, and its Markdown; `undefined` where there is none. */
export function hoverText(
  marked: string,
  { site, path = somePage }: OpenPage,
  client = vscode,
): string | undefined {
  const { text, offset } = takeCursor(marked);
  const page = pageOf(site, path, text);
  const found = hover(site, page, offset, client);
  if (found === undefined) {
    return undefined;
  }
  const { contents, range } = found;
  return `${text.slice(page.lines.offsetAt(range.start), page.lines.offsetAt(range.end))}: ${contents.value}`;
}

/** The files that the value at `█` may lead to, by URI, or by the name that the disk has to be asked for. */
export function hoverFiles(marked: string, { site, path = somePage }: OpenPage): string[] {
  const { text, offset } = takeCursor(marked);
  const files = hover(site, pageOf(site, path, text), offset, vscode)?.files ?? [];
  return files.map((file) => (file.kind === 'beside' ? `beside ${file.path}` : file.uri));
}

/** Compares the hover at `█`, written as what it covers, a colon, and its Markdown. */
export function checkHover(marked: string, expected: string | undefined, page: OpenPage): void {
  expect(hoverText(marked, page)).toBe(expected);
}

/** Where one gets from `█`: what is underlined meanwhile, and the places, as `path:line:column` (both one-based) without the site's folder. */
export function definitions(marked: string, { site, path = somePage }: OpenPage): string[] {
  const { text, offset } = takeCursor(marked);
  const page = pageOf(site, path, text);
  const found = definition(site, page, offset);
  if (found === undefined) {
    return [];
  }
  const { origin, targets } = found;
  return [
    text.slice(page.lines.offsetAt(origin.start), page.lines.offsetAt(origin.end)),
    ...targets.map((target) => {
      if (target.kind === 'beside') {
        return `beside ${target.path}`;
      }
      const { line, character } = target.range.start;
      const file = decodeURI(target.uri.replace(`${site.root}/`, ''));
      return `${file}:${String(line + 1)}:${String(character + 1)}`;
    }),
  ];
}

/** Compares all findings on a page with the lines `^^^^ code: message` in it; `warning` and the like stand before the code unless it is an error. */
export function checkDiagnostics(annotated: string, { site, path = somePage }: OpenPage): void {
  const { text } = takeAnnotations(annotated);
  expect(annotate(text, pageOf(site, path, text), site)).toBe(annotated);
}

/** The codes of all findings, in order: for texts that are not worth annotating. */
export function codesOf(text: string, { site, path = somePage }: OpenPage): string[] {
  return check(site, pageOf(site, path, text), now).map(({ code }) => code);
}

/** The same with severities: `error unknown-shortcode`. */
export function verdictsOf(text: string, { site, path = somePage }: OpenPage): string[] {
  return check(site, pageOf(site, path, text), now).map(({ severity, code }) => `${severity} ${code}`);
}

/** The text after the first fix of the first finding. */
export function fixed(text: string, { site, path = somePage }: OpenPage, title?: string): string {
  const fixes = check(site, pageOf(site, path, text), now).flatMap((finding) => finding.fixes);
  const fix = title === undefined ? fixes[0] : fixes.find((each) => formatMessage(each.title) === title);
  expect(fix, 'a fix is offered').toBeDefined();
  return applyEdits(text, fix?.edits ?? []);
}

/** What the list before publishing says of a page, most important first: `4 unfilled usual-key-empty: …`, with the line (from 1) and what the fix is called. */
export function openItems(text: string, { site, path = somePage }: OpenPage): string[] {
  const page = pageOf(site, path, text);
  const { items } = beforePublishing(site, page, { today: '2026-11-21', now });
  return items.map(({ range, group, code, message: says, fix }) => {
    const line = page.lines.lineAt(range.start) + 1;
    const offered = fix === undefined ? '' : ` => ${formatMessage(fix.title)}`;
    return `${String(line)} ${group} ${code}: ${formatMessage(says)}${offered}`;
  });
}

/** The text after the fix of the item with `code`, and `█` where the writer goes on; without a code that of all that have one right answer. */
export function mended(text: string, { site, path = somePage }: OpenPage, code?: string): string {
  const options = { today: '2026-11-21', now };
  const { items, sure } = beforePublishing(site, pageOf(site, path, text), options);
  const fix = code === undefined ? sure : items.find((item) => item.code === code)?.fix;
  const after = applyEdits(text, fix?.edits ?? []);
  const at = fix !== undefined && 'cursor' in fix ? fix.cursor : undefined;
  return at === undefined ? after : `${after.slice(0, at)}█${after.slice(at)}`;
}

function shown(marked: string, page: OpenPage, client: ClientAbilities): CompletionItem[] {
  const { text, offset } = takeCursor(marked);
  const { lines } = pageOf(page.site, somePage, text);
  const { items } = completionList(marked, page, client);
  return items
    .filter((item) => {
      const { range } = editOf(item);
      const start = lines.offsetAt(range.start);
      expect(range.start.line, 'an edit stays on one line').toBe(range.end.line);
      expect(start <= offset && offset <= lines.offsetAt(range.end), 'an edit holds the cursor').toBe(true);
      return matches(text.slice(start, offset), item.filterText ?? item.label);
    })
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

/** As VS Code compares: every typed character occurs, in order, case apart; blanks before the word do not count. */
function matches(typed: string, filterText: string): boolean {
  let at = 0;
  const word = filterText.toLowerCase();
  for (const char of typed.trimStart().toLowerCase()) {
    at = word.indexOf(char, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

function editOf(item: CompletionItem): TextEdit {
  if (!TextEdit.is(item.textEdit)) {
    throw new Error(`${item.label} has no text edit.`);
  }
  return item.textEdit;
}

function accept(marked: string, item: CompletionItem, { lines }: PageDocument): string {
  const { text } = takeCursor(marked);
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const edits = [editOf(item), ...(item.additionalTextEdits ?? [])].map(({ range, newText }, i) => ({
    range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText:
      i === 0 && isSnippet
        ? newText.replace(/(?<!\\)\$(\d)/g, '$${$1}').replace(/\\([\\$}])/g, '$1')
        : newText,
  }));
  return applyEdits(text, edits);
}

function annotate(text: string, page: PageDocument, site: SiteSnapshot): string {
  const lines = text.split('\n');
  const notes = check(site, page, now).map(({ code, severity, range, message }) => {
    const { start, end } = page.lines.toRange(range);
    const lastColumn = end.line === start.line ? end.character : (lines[start.line] ?? '').length;
    const carets = '^'.repeat(Math.max(1, lastColumn - start.character));
    const label = `${severity === 'error' ? '' : `${severity} `}${code}: ${formatMessage(message)}`;
    return { line: start.line, note: `${' '.repeat(start.character)}${carets} ${label}` };
  });
  return lines
    .flatMap((line, i) => [line, ...notes.filter((note) => note.line === i).map(({ note }) => note)])
    .join('\n');
}
