// What stands in front matter keeps a page from being built, listed or rendered; for a preview all of that gives way.
import { addKey, removeKey, setValue } from '../../core/frontMatter/edit.ts';
import type { FrontMatterFormat, OutlineEntry } from '../../core/frontMatter/types.ts';
import type { NewValue } from '../../core/frontMatter/writing.ts';
import { toMoment } from '../../core/hugo/dateLayouts.ts';
import { compareVersions } from '../../core/hugo/version.ts';
import type { HugoRange } from '../../core/hugo/version.ts';
import { PageDocument } from '../../core/site/pageDocument.ts';
import { applyEdits, type OffsetEdit } from '../../core/text/edit.ts';
import { range } from '../../core/text/range.ts';
import type { EditedText } from './editedText.ts';
import { orgToYaml } from './orgToYaml.ts';

interface ShowOptions {
  readonly hugo: HugoRange;
  readonly path: string;
  readonly now: number;
  readonly outputs?: readonly string[];
  readonly kept?: KeptHeader;
}

/** One change of the front matter that the page has by then. */
type Change = (page: PageDocument, options: ShowOptions) => readonly OffsetEdit[];

/** The custom output format whose template tells the page's URL. */
const scribeFormat = 'scribe';

/** The first release that reads `build`; those before read `_build`. */
const buildSince = '0.145.0';

const changes: readonly Change[] = [
  (page) => newBlock(page),
  (page) => orgToYaml(page),
  (page) => remove(page, 'build'),
  (page) => remove(page, '_build'),
  (page, { hugo }) => put(page, buildKey(hugo), always[formatOf(page)]),
  (page) => put(page, 'draft', false),
  (page) => replaceOld(page, 'headless', () => false),
  (page, options) => put(page, 'outputs', outputsOf(page, options)),
  keepDate,
  bePublished,
  ...['expirydate', 'unpublishdate'].map(
    (name): Change =>
      (page, { now }) =>
        replaceOld(page, name, (entry) => (isBefore(entry, now + day) ? dateText(now + 2 * day) : undefined)),
  ),
];

/** The page with front matter that has Hugo render it; as it is where its front matter cannot be read with certainty. */
export function showAnyway(edited: EditedText, options: ShowOptions): EditedText {
  const page = new PageDocument(options.path, edited.text, options.hugo);
  const steps = options.kept?.steps(page, options) ?? stepsOf(page, options);
  return steps.reduce((text, edits) => text.edit(edits), edited);
}

/** Edits of the text by then, one after the other. */
type Steps = readonly (readonly OffsetEdit[])[];

function stepsOf(edited: PageDocument, options: ShowOptions): Steps {
  if (!isReadable(edited)) {
    return [];
  }
  const steps: (readonly OffsetEdit[])[] = [];
  let page = edited;
  for (const change of changes) {
    const edits = change(page, options);
    if (edits.length > 0) {
      steps.push(edits);
      page = new PageDocument(options.path, applyEdits(page.text, edits), options.hugo);
    }
  }
  return isReadable(page) && find(page, buildKey(options.hugo)) !== undefined ? steps : [];
}

const minute = 60_000;

/** What became of the front matter of the last page: it stays the same while the writer types below it, for a minute, as dates count from now. */
export class KeptHeader {
  #header = '';
  #key = '';
  #steps: Steps = [];

  steps(page: PageDocument, options: ShowOptions): Steps {
    const { path, hugo, outputs, now } = options;
    const header = page.text.slice(0, page.fence?.bodyStart ?? 0);
    const key = JSON.stringify([path, hugo, outputs, Math.floor(now / minute)]);
    const tellsLineEnds = /[\r\n]/.test(header);
    if (!tellsLineEnds || header !== this.#header || key !== this.#key) {
      this.#steps = stepsOf(page, options);
      this.#header = header;
      this.#key = key;
    }
    return this.#steps;
  }
}

function isReadable(page: PageDocument): boolean {
  return page.fenceProblems.length === 0 && page.frontMatter?.sound !== false;
}

function buildKey({ min }: HugoRange): string {
  return min !== undefined && compareVersions(min, buildSince) >= 0 ? 'build' : '_build';
}

const always: Readonly<Record<FrontMatterFormat, NewValue>> = {
  yaml: { raw: '{render: always, list: always}' },
  toml: { raw: '{render = "always", list = "always"}' },
  json: { raw: '{"render": "always", "list": "always"}' },
  org: '',
};

function formatOf({ fence }: PageDocument): FrontMatterFormat {
  return fence?.format ?? 'yaml';
}

/** An empty block for a page without front matter, behind a byte order mark. */
function newBlock(page: PageDocument): readonly OffsetEdit[] {
  const at = page.text.startsWith('\uFEFF') ? 1 : 0;
  const { eol } = page.style;
  return page.fence === undefined ? [{ range: range(at, at), newText: `---${eol}---${eol}` }] : [];
}

/** The last key with this name (lower-cased) at the top, however it is written. */
function find(page: PageDocument, name: string): OutlineEntry | undefined {
  return page.outline?.entries.findLast(
    ({ path }) => path.length === 1 && path[0]?.toLowerCase() === name.toLowerCase(),
  );
}

function remove(page: PageDocument, name: string): readonly OffsetEdit[] {
  const entry = find(page, name);
  return entry === undefined || page.fence === undefined ? [] : removeKey(page.text, page.fence, entry.path);
}

function put(page: PageDocument, name: string, value: NewValue): readonly OffsetEdit[] {
  const { text, fence } = page;
  return fence === undefined ? [] : setValue(text, fence, find(page, name)?.path ?? [name], value);
}

function replaceOld(
  page: PageDocument,
  name: string,
  valueFor: (entry: OutlineEntry) => NewValue | undefined,
): readonly OffsetEdit[] {
  const entry = find(page, name);
  const value = entry && valueFor(entry);
  return value === undefined ? [] : put(page, name, value);
}

function outputsOf(page: PageDocument, { path, outputs }: ShowOptions): readonly string[] {
  const own = find(page, 'outputs')?.scalars.map(({ text }) => text) ?? [];
  const isList = /(?:^|\/)_index\.[^/]*$/.test(path);
  const usual = outputs ?? (isList ? ['html', 'rss'] : ['html']);
  const formats = (own.length > 0 ? own : usual).filter((name) => name.toLowerCase() !== scribeFormat);
  return [...formats, scribeFormat];
}

const day = 86_400_000;
/** The largest distance of a time zone from UTC. */
const mostOffset = 14 * 3_600_000;
const publishKeys = ['publishdate', 'pubdate', 'published'];

/** The publishing date is also the date of a page that has no other: it stays so when the publishing date changes. */
function keepDate(page: PageDocument, { now }: ShowOptions): readonly OffsetEdit[] {
  const publish = publishKeys.map((name) => find(page, name)).find((entry) => isAfter(entry, now));
  const scalar = publish?.scalars[0];
  const { text, fence } = page;
  return scalar === undefined || fence === undefined || find(page, 'date') !== undefined
    ? []
    : addKey(text, fence, ['date'], { raw: scalar.source });
}

/** Hugo builds no page before its publishing date, which is its date where it has none. */
function bePublished(page: PageDocument, { now }: ShowOptions): readonly OffsetEdit[] {
  const own = publishKeys.map((name) => find(page, name)).filter((entry) => entry !== undefined);
  const late = own.filter((entry) => isAfter(entry, now));
  const past = dateText(now - 2 * day);
  const isDated = own.some(({ scalars }) => momentOf(scalars) !== undefined);
  if (late.length > 0) {
    return late.flatMap(({ key }) => put(page, key, past));
  }
  return !isDated && isAfter(find(page, 'date'), now) ? put(page, 'publishDate', past) : [];
}

/** Whether the date lies ahead, or may do so in the site's time zone. */
function isAfter(entry: OutlineEntry | undefined, now: number): boolean {
  const moment = momentOf(entry?.scalars);
  return moment !== undefined && moment > now - mostOffset;
}

function isBefore({ scalars }: OutlineEntry, moment: number): boolean {
  const date = momentOf(scalars);
  return date !== undefined && date < moment;
}

/** In ms since 1970; a plain whole number counts seconds. */
function momentOf([scalar]: OutlineEntry['scalars'] = []): number | undefined {
  if (scalar === undefined) {
    return undefined;
  }
  const isNumber = scalar.style === 'plain' && /^\d+$/.test(scalar.text);
  return isNumber ? Number(scalar.text) * 1000 : toMoment(scalar.text);
}

/** The day alone, so that the page stays the same from one keystroke to the next. */
function dateText(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
