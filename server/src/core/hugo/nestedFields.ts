import type { FieldType, FrontMatterField } from './frontMatterField.ts';

const buildPage = 'https://gohugo.io/content-management/build-options/';
const menuPage = 'https://gohugo.io/content-management/menus/';
const resourcePage = 'https://gohugo.io/content-management/page-resources/';
const sitemapPage = 'https://gohugo.io/templates/sitemap/';
const cascadePage = 'https://gohugo.io/content-management/front-matter/#cascade-1';

export const buildFields: readonly FrontMatterField[] = [
  {
    name: 'list',
    type: 'string',
    values: ['always', 'local', 'never'],
    default: 'always',
    documentation:
      'Where the page is listed: `always` in every list of pages, `local` only in lists of its own section, `never` in none.',
    url: buildPage,
  },
  {
    name: 'render',
    type: 'string',
    values: ['always', 'link', 'never'],
    default: 'always',
    documentation:
      'Whether the page becomes a file: `always`, `never`, or `link` for a page that has an address but no file.',
    url: buildPage,
  },
  {
    name: 'publishResources',
    type: 'bool',
    default: 'true',
    documentation: 'Whether files in the page’s bundle are published even when no template asks for them.',
    url: buildPage,
  },
];

export const menuEntryFields: readonly FrontMatterField[] = [
  menuField('name', 'string', 'The text of the entry; the page’s `linkTitle` or `title` where it is absent.'),
  menuField(
    'weight',
    'int',
    'The place among the entries: lighter ones come first, those without weight last.',
  ),
  menuField('parent', 'string', 'The identifier (or the name) of the entry under which this one stands.'),
  menuField(
    'identifier',
    'string',
    'Tells entries of one name apart, and is what `parent` of others refers to.',
  ),
  menuField('title', 'string', 'The `title` attribute of the link.'),
  menuField('pre', 'string', 'Text or HTML that the template puts before the entry.'),
  menuField('post', 'string', 'Text or HTML that the template puts after the entry.'),
  menuField('params', 'map', 'Values of your own for the menu’s template.'),
];

export const targetFields: readonly FrontMatterField[] = [
  {
    name: 'path',
    type: 'string',
    documentation: 'A pattern for the pages’ logical paths, such as `{/books,/books/**}`.',
    url: cascadePage,
  },
  {
    name: 'kind',
    type: 'string',
    values: ['home', 'page', 'section', 'taxonomy', 'term'],
    documentation: 'A pattern for the kind of page, such as `{section,page}`.',
    url: cascadePage,
  },
  {
    name: 'lang',
    type: 'string',
    documentation: 'A pattern for the language.',
    deprecated: { since: '0.153.0', instead: 'sites' },
    url: cascadePage,
  },
  {
    name: 'environment',
    type: 'string',
    values: ['development', 'production'],
    documentation: 'A pattern for the environment in which Hugo builds.',
    url: cascadePage,
  },
];

export const resourceFields: readonly FrontMatterField[] = [
  {
    name: 'src',
    type: 'string',
    freeText: true,
    documentation:
      'The files that this entry describes: a path in the bundle or a pattern such as `images/*.jpg`.',
    url: resourcePage,
  },
  {
    name: 'name',
    type: 'string',
    freeText: true,
    documentation: 'The name by which templates find the file. `:counter` counts the files.',
    url: resourcePage,
  },
  {
    name: 'title',
    type: 'string',
    freeText: true,
    documentation: 'The title of the file. `:counter` counts the files.',
    url: resourcePage,
  },
  { name: 'params', type: 'map', documentation: 'Values of your own for the file.', url: resourcePage },
];

export const sitemapFields: readonly FrontMatterField[] = [
  {
    name: 'changefreq',
    type: 'string',
    values: ['always', 'hourly', 'daily', 'weekly', 'monthly', 'yearly', 'never'],
    documentation: 'How often the page is likely to change.',
    url: sitemapPage,
  },
  {
    name: 'priority',
    type: 'float',
    documentation: 'How important the page is within the site, from 0.0 to 1.0.',
    url: sitemapPage,
  },
  {
    name: 'disable',
    type: 'bool',
    default: 'false',
    since: '0.125.0',
    documentation: 'Leaves the page out of the sitemap.',
    url: sitemapPage,
  },
];

function menuField(name: string, type: FieldType, documentation: string): FrontMatterField {
  return { name, type, documentation, url: menuPage };
}
