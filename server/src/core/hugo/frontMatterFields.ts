import type { FrontMatterField } from './frontMatterField.ts';
import { buildFields, menuEntryFields, resourceFields, sitemapFields, targetFields } from './nestedFields.ts';

const page = 'https://gohugo.io/content-management/front-matter/';
const buildPage = 'https://gohugo.io/content-management/build-options/';
const cascadePage = `${page}#cascade-1`;

/** The fields that a page can give on to the pages below it, which is nearly all of them. */
const heritableFields: readonly FrontMatterField[] = [
  {
    name: 'title',
    type: 'string',
    freeText: true,
    documentation:
      'The page’s title. Where no other title is given, templates show it as headline, in lists and in the browser’s tab.',
    url: `${page}#title`,
  },
  {
    name: 'date',
    type: 'date',
    documentation:
      'The date that belongs to the page, normally the day of writing. Lists are sorted by it. A page whose publication date lies in the future is not built.',
    url: `${page}#date`,
  },
  {
    name: 'draft',
    type: 'bool',
    default: 'false',
    documentation: 'A draft is left out of the site unless Hugo runs with `--buildDrafts`.',
    url: `${page}#draft`,
  },
  {
    name: 'description',
    type: 'string',
    freeText: true,
    documentation: 'A sentence or two about the page, mostly shown by search engines and in shared links.',
    url: `${page}#description`,
  },
  {
    name: 'summary',
    type: 'string',
    freeText: true,
    documentation: 'A teaser for lists of pages. Where it is absent, Hugo takes the beginning of the page.',
    url: `${page}#summary`,
  },
  {
    name: 'weight',
    type: 'int',
    default: '0',
    documentation:
      'Orders pages: lighter ones come first; pages without weight (or with `0`) come after them, newest first.',
    url: `${page}#weight`,
  },
  {
    name: 'slug',
    type: 'string',
    freeText: true,
    documentation:
      'The last part of the page’s address instead of the file’s name. Has no effect on the home page, sections and taxonomies.',
    url: `${page}#slug`,
  },
  {
    name: 'url',
    type: 'string',
    freeText: true,
    documentation:
      'The page’s whole address below the site’s. With a leading `/` no language is put before it. An address with `http://` or `https://` stops the build.',
    url: `${page}#url`,
  },
  {
    name: 'aliases',
    type: 'list',
    freeText: true,
    documentation:
      'Former addresses of the page. Hugo makes a file at each of them that leads here. An address with `http://` or `https://` stops the build.',
    url: `${page}#aliases`,
  },
  {
    name: 'linkTitle',
    type: 'string',
    freeText: true,
    default: 'the title',
    documentation: 'A shorter title for links, menus and lists.',
    url: `${page}#linktitle`,
  },
  {
    name: 'type',
    type: 'string',
    default: 'the name of the section',
    documentation: 'The content type, by which Hugo chooses templates.',
    url: `${page}#type`,
  },
  {
    name: 'layout',
    type: 'string',
    documentation:
      'The name of the template, without its extension, that renders this page instead of the one that Hugo would choose.',
    url: `${page}#layout`,
  },
  {
    name: 'lastmod',
    aliases: ['modified'],
    type: 'date',
    default: 'the date',
    documentation: 'When the page was last changed.',
    url: `${page}#lastmod`,
  },
  {
    name: 'publishDate',
    aliases: ['pubdate', 'published'],
    type: 'date',
    default: 'the date',
    documentation:
      'Before this moment the page is left out of the site, unless Hugo runs with `--buildFuture`.',
    url: `${page}#publishdate`,
  },
  {
    name: 'expiryDate',
    aliases: ['unpublishdate'],
    type: 'date',
    documentation:
      'From this moment on the page is left out of the site, unless Hugo runs with `--buildExpired`.',
    url: `${page}#expirydate`,
  },
  {
    name: 'keywords',
    type: 'list',
    documentation: 'Words that describe the page, for its `meta` element and for finding related pages.',
    url: `${page}#keywords`,
  },
  {
    name: 'translationKey',
    type: 'string',
    documentation: 'Pages with the same key are translations of each other, also when their paths differ.',
    url: `${page}#translationkey`,
  },
  {
    name: 'menus',
    aliases: ['menu'],
    type: 'map',
    fieldsOfEach: menuEntryFields,
    documentation:
      'The menus in which the page stands: a name, a list of names, or a map from name to the entry’s details.',
    url: `${page}#menus`,
  },
  {
    name: 'resources',
    type: 'listOfMaps',
    documentation: 'Names, titles and values for files in the page’s bundle.',
    url: `${page}#resources`,
    fields: resourceFields,
  },
  {
    name: 'outputs',
    type: 'list',
    documentation: 'The formats in which the page is rendered, such as `html`, `rss` or `json`.',
    url: `${page}#outputs`,
  },
  {
    name: 'markup',
    type: 'string',
    default: 'by the file’s extension',
    values: ['goldmark', 'html', 'org', 'asciidoc', 'rst', 'pandoc'],
    documentation: 'What the page is written in.',
    url: `${page}#markup`,
  },
  {
    name: 'build',
    type: 'map',
    since: '0.123.0',
    documentation: 'How Hugo treats the page: whether it is listed, rendered, and its files are published.',
    url: `${page}#build`,
    fields: buildFields,
  },
  {
    name: '_build',
    type: 'map',
    deprecated: { since: '0.145.0', instead: 'build' },
    documentation: 'The former name of `build`, and the only one before Hugo 0.123.',
    url: buildPage,
    fields: buildFields,
  },
  {
    name: 'headless',
    type: 'bool',
    default: 'false',
    documentation: 'Makes a leaf bundle that is neither rendered nor listed; other pages can use its files.',
    url: `${page}#headless`,
  },
  {
    name: 'isCJKLanguage',
    type: 'bool',
    documentation:
      'Whether the page is written in Chinese, Japanese or Korean, where words are counted by character.',
    url: `${page}#iscjklanguage`,
  },
  {
    name: 'sitemap',
    type: 'map',
    documentation: 'The page’s entry in the sitemap for search engines.',
    url: `${page}#sitemap`,
    fields: sitemapFields,
  },
  {
    name: 'params',
    type: 'map',
    since: '0.123.0',
    documentation:
      'Values of your own, for your templates. They join the keys at the top of the front matter that Hugo does not know itself.',
    url: `${page}#params`,
  },
  {
    name: 'sites',
    type: 'map',
    since: '0.153.0',
    documentation: 'The languages, versions and roles for which the page is built.',
    url: `${page}#sites`,
  },
  ...['kind', 'lang', 'path'].map((name): FrontMatterField => ({
    name,
    type: 'string',
    since: '0.123.0',
    deprecated: { since: '0.144.0', instead: '' },
    documentation: 'Meant for pages that templates make. In the front matter of a file Hugo warns of it.',
    url: page,
  })),
];

const fields: readonly FrontMatterField[] = [
  ...heritableFields,
  {
    name: 'cascade',
    type: 'map',
    documentation: 'Values that all pages below this one get, unless they say otherwise themselves.',
    url: `${page}#cascade`,
    fields: [
      ...heritableFields,
      {
        name: 'target',
        type: 'map',
        since: '0.123.0',
        documentation: 'Which of the pages below get these values; all of them where it is absent.',
        url: cascadePage,
        fields: targetFields,
      },
      {
        name: '_target',
        type: 'map',
        deprecated: { since: '0.156.0', instead: 'target' },
        documentation: 'The former name of `target`.',
        url: cascadePage,
        fields: targetFields,
      },
    ],
  },
];

/**
 * The fields that Hugo reads directly below `parent` (the keys on the way down, `[]` for a list; no key at all is the top).
 * Empty where Hugo reads nothing or the writer chooses the names.
 */
export function fieldsBelow(parent: readonly string[]): readonly FrontMatterField[] {
  let below = fields;
  let belowEach: readonly FrontMatterField[] = [];
  for (const key of parent.filter((each) => each !== '[]')) {
    const field = named(below, key);
    below = field === undefined ? belowEach : (field.fields ?? []);
    belowEach = field?.fieldsOfEach ?? [];
  }
  return below;
}

/** The field at `path`, found as Hugo does: by name or alias, without regard to case. A last `[]` means an item of that field. */
export function findField(path: readonly string[]): FrontMatterField | undefined {
  const keys = path.filter((each) => each !== '[]');
  return named(fieldsBelow(keys.slice(0, -1)), keys.at(-1) ?? '');
}

/** All names of a field, lower-cased, the one to prefer first. */
export function namesOf({ name, aliases = [] }: FrontMatterField): readonly string[] {
  return [name, ...aliases].map((each) => each.toLowerCase());
}

function named(among: readonly FrontMatterField[], key: string): FrontMatterField | undefined {
  const found = byName.get(among) ?? new Map(among.flatMap(toNamed).toReversed());
  byName.set(among, found);
  return found.get(key.toLowerCase());
}

/** Every rule asks for every key of a page. */
const byName = new WeakMap<readonly FrontMatterField[], ReadonlyMap<string, FrontMatterField>>();

function toNamed(field: FrontMatterField): (readonly [string, FrontMatterField])[] {
  return namesOf(field).map((name) => [name, field]);
}
