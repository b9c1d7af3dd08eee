import type { ScalarNode } from '../../../frontMatter/types.ts';
import { valuesOf } from '../../../site/keyValues.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { message, type Message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { learnedPlaces } from './learnedPlaces.ts';
import {
  fileKeyOf,
  leadsSomewhere,
  nearFileOf,
  pathIn,
  shownFolder,
  isIn,
  placesFor,
  type FileKey,
  type FilePlace,
  type NearFile,
} from './namedFiles.ts';
import { pageKeys, replaceScalar, type PageKeys } from './pageKeys.ts';

/** So many pages of the section are asked where the files of a key are, and half of those that name one have to have it there. */
const pagesAsked = 200;
const shareFound = 0.5;

/** So many are looked for on one page. */
const mostMissing = 10;

export const missingFile: DiagnosticRule = {
  code: 'missing-file',
  summary: 'File of a key that does not exist',
  why: 'A picture or document that front matter names is looked for in the folder that the template says. Hugo does not check that it is there: the page just shows nothing in its place.',
  defaultSeverity: 'warning',
  fix: 'Changes the name to that of the nearest file',
  examples: [
    {
      wrong: '---\nimage: Skye.png\n---\n',
      right: '---\nimage: sky.png\n---\n',
      site: '-- layouts/_default/single.html --\n<img src="/img/{{ .Params.image }}">\n-- static/img/sky.png --\n',
    },
    {
      wrong: '---\nimage: Sky.png\n---\n',
      right: '---\nimage: sky.png\n---\n',
      site: '-- layouts/_default/single.html --\n<img src="/img/{{ .Params.image }}">\n-- static/img/sky.png --\n',
    },
  ],
  *check(site, page) {
    const { templates, files } = site.progress;
    if (!templates || !files || site.files.isCapped) {
      return;
    }
    const keys = pageKeys(site, page);
    let left = mostMissing;
    for (const { id, scalars } of keys.entries) {
      const written = scalars.filter(({ text }) => isFile(text));
      const key = written.length === 0 || site.missingModules.length > 0 ? undefined : fileKeyOf(site, id);
      for (const scalar of left > 0 ? written : []) {
        const isProven = key !== undefined && isMissing(site, keys, key, scalar.text);
        const proven = isProven ? provenPlaces(site, keys, id, key) : [];
        const places = proven.length > 0 ? proven : learnedPlaces(site, keys, id, scalar.text);
        left -= isProven || places.length > 0 ? 1 : 0;
        if (places.length > 0) {
          const severity = proven.length > 0 ? {} : { severity: 'hint' as const };
          yield { ...findingOn(site, page, places, scalar), ...severity };
        }
      }
    }
  },
};

/** What ends like a file's name, and stands in the site. */
function isFile(text: string): boolean {
  return (
    /[^/.\s]\.[a-z][a-z0-9]{1,4}$/i.test(text) &&
    !/\.(?:html?|md)$/i.test(text) &&
    !/^(?:[a-z][\w+.-]*:|\/\/|www\.)|\.\.|[{}<>?#]/i.test(text)
  );
}

function isMissing(site: SiteSnapshot, { asked }: PageKeys, key: FileKey, value: string): boolean {
  const isPlaced = key.reads.some(
    ({ use }) => use.type !== 'path' || use.folder !== undefined || value.startsWith('/'),
  );
  return isPlaced && !leadsSomewhere(site, asked, value, key);
}

/**
 * The places in which pages of this section have files of the key, most first: a template may look in one that only it knows of. Where no page
 * names a file, the only place that there is.
 */
function provenPlaces(
  site: SiteSnapshot,
  { asked }: PageKeys,
  id: string,
  key: FileKey,
): readonly FilePlace[] {
  const places = placesFor(site, asked, key);
  const namedBy = (pages: Iterable<PageRecord>): readonly string[] =>
    [...pages].filter(({ uri }) => uri !== asked.uri).flatMap((page) => valuesOf(page, id).filter(isFile));
  const here = namedBy(site.pagesIn(asked.section, pagesAsked));
  const named = here.length > 0 ? here : namedBy(site.pages(pagesAsked));
  if (named.length === 0) {
    return places.length === 1 && key.uses.length === 1 ? places : [];
  }
  const counted = places
    .map((place) => ({ place, found: new Set(named.filter((value) => isIn(site, place, value))) }))
    .filter(({ found }) => found.size > 0)
    .sort((a, b) => b.found.size - a.found.size);
  const isFound = (value: string): boolean => counted.some(({ found }) => found.has(value));
  return named.filter(isFound).length < shareFound * named.length ? [] : counted.map(({ place }) => place);
}

function findingOn(
  site: SiteSnapshot,
  page: PageDocument,
  places: readonly FilePlace[],
  scalar: ScalarNode,
): RuleFinding {
  const near = nearest(site, places, scalar.text);
  const edits = near?.value === undefined ? [] : replaceScalar(page, scalar, near.value);
  const title = message('Change it to "{0}"', near?.value ?? '');
  const isSure = near?.differs === 'case' ? { isSure: true as const } : {};
  return {
    range: scalar.range,
    message: explain(places, scalar.text, near),
    fixes: edits.length === 0 ? [] : [{ title, edits, ...isSure }],
  };
}

const byLikelihood: readonly NearFile['differs'][] = ['case', 'name', 'folder'];

/** Of all places that of the nearest file, first those that a value leads to. */
function nearest(site: SiteSnapshot, places: readonly FilePlace[], value: string): NearFile | undefined {
  const rank = ({ differs, value: to }: NearFile): number =>
    byLikelihood.indexOf(differs) + (to === undefined ? byLikelihood.length : 0);
  return places.flatMap((place) => nearFileOf(site, place, value) ?? []).sort((a, b) => rank(a) - rank(b))[0];
}

function explain(places: readonly FilePlace[], value: string, near: NearFile | undefined): Message {
  const [place] = places;
  const folder = place === undefined ? '' : shownFolder(place, pathIn(place, value));
  if (near === undefined) {
    return message('There is no file "{0}" in "{1}", so the page shows nothing in its place.', value, folder);
  }
  if (near.value === undefined) {
    return message(
      'There is no file "{0}" in "{1}". One of that name is "{2}".',
      value,
      folder,
      `${near.component}/${near.path}`,
    );
  }
  if (value !== near.value && value.normalize('NFC') === near.value.normalize('NFC')) {
    return message(
      'The file is spelled with other characters that look like "{0}", such as é as one character or as e with an accent. Web servers do not find it: write the name as the file has it.',
      value,
    );
  }
  return near.differs === 'case'
    ? message(
        'The file is called "{1}", not "{0}": the case of letters counts. It may be found on your own computer, but not on a web server.',
        value,
        near.value,
      )
    : message('There is no file "{0}" in "{1}". Did you mean "{2}"?', value, folder, near.value);
}
