// All of a new page's text: what its archetype makes of it, as `hugo new content` would, else what the pages like it begin with.
import { valueAt } from '../../config/value.ts';
import { setValue } from '../../frontMatter/edit.ts';
import { archetypeFacts, archetypeText, type ArchetypeFacts } from '../../site/archetypeText.ts';
import { archetypesFor } from '../../site/archetypes.ts';
import { contentFileOf } from '../../site/contentFile.ts';
import { PageDocument } from '../../site/pageDocument.ts';
import type { Archetype, SiteSnapshot } from '../../site/snapshot.ts';
import { applyEdits } from '../../text/edit.ts';
import { message, type Message } from '../../text/message.ts';
import { askedPage } from '../askedPage.ts';
import { newPageText, titleOf, type Today } from '../newPageLines.ts';
import { lineEndOf } from '../../text/lines.ts';

/** A file of the site that is not there yet. */
export interface NewFile {
  readonly uri: string;
  /** Below the content directory. */
  readonly path: string;
  /** Of the content directory that it stands in, where that has one. */
  readonly language: string;
}

export interface NewText {
  readonly text: string;
  readonly archetype: Archetype | undefined;
  /** What of the archetype could not be run here, and which Hugo can. */
  readonly failure?: { readonly note: Message; readonly runners: readonly ArchetypeRunner[] };
}

/** Hugo in memory; the one that is installed. */
export type ArchetypeRunner = 'embedded' | 'native';

/** The archetype that Hugo makes a file from; one that is a folder is for a whole bundle, and comes before one that is a file. */
export function archetypeFor(site: SiteSnapshot, { path }: NewFile): Archetype | undefined {
  const isBundle = contentFileOf(path, site.config).bundle === 'leaf';
  const kind = kindOf(path);
  const fitting = archetypesFor(site.archetypes(), kind).filter(
    (archetype) => isBundle || !isFolder(archetype),
  );
  const [first] = fitting;
  return fitting.find((archetype) => isFolder(archetype) && archetype.name === first?.name) ?? first;
}

/** An archetype that brings all files of a bundle. */
export function isFolder({ source }: Pick<Archetype, 'source'>): boolean {
  return /\/_?index\.[^/]*$/.test(source.path);
}

/**
 * `title` is the writer's; without it the title is that of the archetype, or made of the file's name. `byHugo` is what Hugo itself made of an archetype that
 * only it can run.
 */
export function newPostText(
  site: SiteSnapshot,
  file: NewFile,
  when: Today,
  title?: string,
  byHugo?: string,
): NewText {
  const archetype = archetypeFor(site, file);
  const source = archetype?.text ?? (site.pageCount() === 0 ? archetypeOfHugo : undefined);
  const made = byHugo === undefined ? source && textFrom(site, source, file, when) : { text: byHugo };
  const isMade = typeof made === 'object' && 'text' in made;
  const text = isMade
    ? withRoom(site, made.text)
    : newPageText(site, new PageDocument(file.uri, '', site.hugo), when);
  const titled = withTitle(site, text, title ?? titleFor(site, text, file));
  return typeof made !== 'object' || isMade || archetype === undefined
    ? { text: titled, archetype }
    : {
        text: titled,
        archetype,
        failure: {
          note: noteOf(archetype, made),
          runners: made.failure === 'unknown' ? runnersOf(site, archetype) : [],
        },
      };
}

/** What an archetype asks of the pages of a site, Hugo could only tell while it writes into their folder. */
const ofPages = /\b(?:\w*Pages|Taxonomies|GetPage|Menus|Sections|Home)\b/;
/** What is only known where the site lies on the disk. */
const ofDisk = /\b(?:Filename|FileInfo|GitInfo|Environment|[Gg]etenv|[Rr]ead(?:File|Dir)|[Ff]ileExists)\b/;

function runnersOf(site: SiteSnapshot, { text = '' }: Archetype): readonly ArchetypeRunner[] {
  if (ofPages.test(text)) {
    return [];
  }
  return [
    ...(ofDisk.test(text) ? [] : (['embedded'] as const)),
    ...(canWriteElsewhere(site) ? (['native'] as const) : []),
  ];
}

/** Hugo cannot be told to where mounts say what the content is, nor where it would open an editor. */
function canWriteElsewhere({ config: { raw, languages } }: SiteSnapshot): boolean {
  return (
    languages.every(({ contentDir }) => contentDir === undefined) &&
    valueAt(raw, 'module', 'mounts') === undefined &&
    valueAt(raw, 'newContentEditor') === undefined
  );
}

/** What Hugo has for a site without archetypes (create/content.go). */
const archetypeOfHugo =
  '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n';

/** As `hugo new content` runs a text for this file. */
export function textFrom(
  { config }: SiteSnapshot,
  source: string,
  { path, language }: NewFile,
  { today, now = `${today}T00:00:00Z` }: Today,
): ReturnType<typeof archetypeText> {
  return archetypeText(source, contentFileOf(path, config, language), kindOf(path), config, now);
}

/** What an archetype is told of this file, besides its name. */
export function factsFor({ path }: NewFile, { today, now = `${today}T00:00:00Z` }: Today): ArchetypeFacts {
  return archetypeFacts(kindOf(path), now);
}

/** Where an archetype is front matter alone, there is a blank line to write below. */
function withRoom({ hugo }: SiteSnapshot, text: string): string {
  const { fence } = new PageDocument('', text, hugo);
  const body = fence === undefined ? text : text.slice(fence.bodyStart);
  const eol = lineEndOf(text);
  return body.trim() === '' ? text.trimEnd() + eol + eol : text;
}

/** The title as the writer typed it, quoted where the format wants that. */
function withTitle({ hugo }: SiteSnapshot, text: string, title: string | undefined): string {
  const { fence } = new PageDocument('', text, hugo);
  return fence === undefined || title === undefined
    ? text
    : applyEdits(text, setValue(text, fence, ['title'], title));
}

/** From the name of the file, where the archetype leaves the title empty. */
function titleFor(site: SiteSnapshot, text: string, { uri }: NewFile): string | undefined {
  const { outline } = new PageDocument(uri, text, site.hugo);
  const title = outline?.entries.find(({ path }) => path.length === 1 && path[0]?.toLowerCase() === 'title');
  const isEmpty = title?.scalars.every((scalar) => scalar.text.trim() === '') === true;
  return isEmpty ? titleOf(askedPage(site, new PageDocument(uri, '', site.hugo))) : undefined;
}

/** What Hugo looks for among the archetypes: the first folder. */
function kindOf(path: string): string {
  return path.includes('/') ? (path.split('/', 1)[0] ?? '') : '';
}

function noteOf(
  { source }: Archetype,
  { failure, action }: { readonly failure: 'wrong' | 'unknown'; readonly action: string },
): Message {
  return failure === 'wrong'
    ? message(
        'The archetype {0} has a mistake at "{1}", and Hugo refuses it: the page begins with what other pages have instead.',
        source.path,
        action,
      )
    : message(
        'Only Hugo itself can run "{1}" of the archetype {0}: the page begins with what other pages have instead.',
        source.path,
        action,
      );
}
