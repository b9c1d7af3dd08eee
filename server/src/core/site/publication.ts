// Will it be published: all that follows from one text and its site about the page that Hugo makes of it.
import type { SiteConfig } from '../config/types.ts';
import { textAt, textsAt } from '../config/value.ts';
import { verdictFor } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import { memoize } from '../text/memoize.ts';
import { decoded } from '../text/path.ts';
import { isBundled } from './bundled.ts';
import { withInherited } from './cascade.ts';
import { isContentPath } from './contentFile.ts';
import { pagesExactlyAt } from './exactPages.ts';
import { ignoredPaths } from './ignoredPaths.ts';
import { valueOf, valuesOf } from './keyValues.ts';
import { mountTable } from './mounts.ts';
import { knownAddress, languageFolder } from './pageAddress.ts';
import type { PageDocument } from './pageDocument.ts';
import { publicAddress } from './publicAddress.ts';
import { openStart, placeKey } from './publishedPlaces.ts';
import {
  publishFacts,
  publishing,
  publishStateOf,
  type Publishing,
  type PublishState,
} from './publishState.ts';
import { writtenRecord } from './recordOf.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';
import { identityOf } from './templateLookup.ts';
import { readingOf, type HugoCount, type Reading } from './wordCount.ts';

/** Why Hugo makes no page of a content file, whatever its front matter says. */
export type NoPage = 'ignored' | 'resource' | 'disabledLanguage' | 'disabledKind' | 'plainFile';

/** `withSection`: Hugo before 0.123 leaves out what stands below a section that is not published. */
export type PublicationState = PublishState | 'withSection' | NoPage;

/** What becomes of a page. */
export interface Publication extends Reading {
  readonly state: PublicationState;
  /** The key that says so, by its id; absent of what is published. */
  readonly key?: string;
  /** The state comes from a `cascade`: the page has no such key itself. */
  readonly isInherited: boolean;
  /** When it comes, if it is scheduled; when it went, if it is expired; when it will go, if it is published and that is known. In ms since 1970. */
  readonly moment?: number;
  /** The code of its language. */
  readonly language: string;
  /** Where it stands or will stand, `/blogg/2024/post/`; `undefined` for what is no page, and where that does not follow from what is known. */
  readonly path: string | undefined;
  /** The same with the site's host, percent-encoded; `undefined` without a host in `baseURL`, too. */
  readonly url: string | undefined;
  /** Its output formats, lower-cased, where the page or the site chooses them. */
  readonly outputs: readonly string[];
  /** No list of pages shows it: `build.list`. */
  readonly isUnlisted: boolean;
  /** Another published page with the same address: only one of them will be there. */
  readonly sharedWith: PageRecord | undefined;
}

/** `undefined` for what is no content of the site. `now` as in RFC 3339. */
export function publication(
  site: SiteSnapshot,
  page: PageDocument,
  now: string,
  counted?: HugoCount,
): Publication | undefined {
  const own = isIgnored(site, page.uri) ? undefined : writtenRecord(site, page);
  if (own === undefined) {
    return isIgnored(site, page.uri) ? ignored(site, page) : undefined;
  }
  const record = withInherited(site, own);
  const { state, key, moment } = stateOf(site, page, own, now);
  const path = placeless.has(state) ? undefined : pathOf(record, site.config);
  return {
    state,
    ...(key !== undefined && { key }),
    ...(moment !== undefined && { moment }),
    isInherited: key !== undefined && !own.keys.some(({ id }) => id === key || id.startsWith(`${key}.`)),
    language: record.language,
    path,
    url: path && urlOf(path, record, site.config),
    outputs: outputsOf(record, site.config),
    isUnlisted: isUnlisted(record),
    sharedWith: state === 'published' ? otherAt(site, record, now) : undefined,
    ...readingOf(site, page, isCjk(record), counted),
  };
}

const placeless: ReadonlySet<PublicationState> = new Set([
  'ignored',
  'resource',
  'disabledLanguage',
  'disabledKind',
  'plainFile',
  'neverRendered',
]);

type State = Omit<Publishing, 'state'> & { readonly state: PublicationState };

function stateOf(site: SiteSnapshot, page: PageDocument, record: PageRecord, now: string): State {
  const none = noPage(site, page, record);
  if (none !== undefined) {
    return { state: none };
  }
  const own = publishing(publishFacts(site, page, record), site.config, now);
  return own.state === 'published' && isLeftOutWithSection(site, record, now)
    ? { state: 'withSection' }
    : own;
}

function noPage(site: SiteSnapshot, page: PageDocument, record: PageRecord): NoPage | undefined {
  const { config, hugo } = site;
  if (config.languages.some(({ code, disabled }) => disabled && code === record.language)) {
    return 'disabledLanguage';
  }
  if (isBundled(site, record)) {
    return 'resource';
  }
  const kinds = textsAt(config.raw, 'disableKinds').map((kind) => kind.toLowerCase());
  if (kinds.includes(identityOf(record, config).kind)) {
    return 'disabledKind';
  }
  const isPlain = page.fence === undefined && /\.html?$/i.test(page.uri);
  return isPlain && verdictFor(hugo, changedIn.contentModel) === 'none' ? 'plainFile' : undefined;
}

/** Asked of Hugo 0.111: a draft section, or one that is scheduled or expired, takes all below it along, and the home page everything. */
function isLeftOutWithSection(site: SiteSnapshot, { uri, path, language }: PageRecord, now: string): boolean {
  if (verdictFor(site.hugo, changedIn.contentModel) !== 'none') {
    return false;
  }
  const folders = path.toLowerCase().split('/').slice(0, -1);
  return ['', ...folders].some((_, depth) =>
    pagesExactlyAt(site, `/${folders.slice(0, depth).join('/')}`, 'path').some(
      (above) =>
        above.bundle === 'branch' &&
        above.uri !== uri &&
        above.language === language &&
        leftOut.has(publishStateOf(above, site, now)),
    ),
  );
}

const leftOut = new Set<PublishState>(['draft', 'scheduled', 'expired']);

function pathOf(record: PageRecord, config: SiteConfig): string | undefined {
  const path = publicAddress(record, config);
  const folder = languageFolder(record, config);
  const outputs = outputsOf(record, config);
  const page =
    path !== undefined && isMultihost(config) && folder !== '' ? path.slice(folder.length + 1) : path;
  const [first] = outputs;
  if (page === undefined || first === undefined || outputs.includes('html')) {
    return page;
  }
  const file = files[first];
  return file === undefined || !page.endsWith('/') ? undefined : `${page}${file}`;
}

/** What Hugo's own output formats are called beside the page in HTML. */
const files: Readonly<Record<string, string | undefined>> = {
  json: 'index.json',
  rss: 'index.xml',
  calendar: 'index.ics',
  csv: 'index.csv',
  webappmanifest: 'manifest.webmanifest',
  markdown: 'index.md',
};

/** Every language has a host of its own, and none a folder. */
function isMultihost({ raw, languages }: SiteConfig): boolean {
  return languages.length > 1 && languages.every(({ code }) => textAt(raw, 'languages', code, 'baseURL'));
}

function urlOf(path: string, { language }: PageRecord, { raw }: SiteConfig): string | undefined {
  const base = textAt(raw, 'languages', language, 'baseURL') ?? textAt(raw, 'baseURL') ?? '';
  return /^https?:\/\/[^/]/i.test(base)
    ? `${base.replace(/\/+$/, '')}${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`
    : undefined;
}

/** Those of the page, else those of the site for its kind; empty where neither chooses. */
function outputsOf(record: PageRecord, config: SiteConfig): readonly string[] {
  const own = valuesOf(record, 'outputs');
  const chosen = own.length > 0 ? own : textsAt(config.raw, 'outputs', identityOf(record, config).kind);
  return chosen.map((name) => name.toLowerCase());
}

function isUnlisted({ keys }: PageRecord): boolean {
  return keys.some(
    ({ id, values: [value] }) =>
      (id === 'build.list' || id === '_build.list') && (value === 'never' || value === 'false'),
  );
}

function isCjk(page: PageRecord): boolean | undefined {
  const own = valueOf(page, 'iscjklanguage')?.toLowerCase();
  return own === undefined ? undefined : own === 'true';
}

function otherAt(site: SiteSnapshot, record: PageRecord, now: string): PageRecord | undefined {
  const { config } = site;
  const own = knownAddress(site, record);
  if (openStart(record, config) !== undefined) {
    return undefined;
  }
  return site
    .pagesPublishedAt(placeKey(own, config))
    .find(
      (other) =>
        other.uri !== record.uri &&
        knownAddress(site, other) === own &&
        openStart(other, config) === undefined &&
        publishStateOf(other, site, now) === 'published' &&
        !isBundled(site, other),
    );
}

/** A file below the content that Hugo passes over, by its name or by `ignoreFiles`. */
function isIgnored({ root, config, hugo }: SiteSnapshot, uri: string): boolean {
  const path = uri.startsWith(`${root}/`) ? decoded(uri.slice(root.length + 1)) : undefined;
  const mounted = path === undefined ? undefined : mountsOf(config).classify(path);
  return (
    path !== undefined &&
    mounted?.component === 'content' &&
    isContentPath(path, hugo) &&
    ignoredPaths(config)(mounted.logicalPath, path)
  );
}

const mountsOf = memoize(({ mounts }: SiteConfig) => mountTable([{ folder: '', origin: 'project', mounts }]));

function ignored(site: SiteSnapshot, page: PageDocument): Publication {
  return {
    state: 'ignored',
    isInherited: false,
    language: site.config.defaultLanguage,
    path: undefined,
    url: undefined,
    outputs: [],
    isUnlisted: false,
    sharedWith: undefined,
    ...readingOf(site, page, undefined),
  };
}
