import { expect, test } from 'vitest';
import { referredPage } from '../../../server/src/core/references/ref/referredPage.ts';
import {
  addressBelow,
  addressTo,
  escaped,
  referenceTo,
  sourcesOf,
  waysTo,
  type Place,
} from '../../../server/src/core/references/writeAddress.ts';
import { resolveLink } from '../../../server/src/core/site/links/resolveLink.ts';
import type { PageRecord, SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
import { now } from '../../support/checks.ts';
import { hugo, siteOf } from '../../support/site.ts';

const content = `-- content/_index.md --
-- content/boats/_index.md --
-- content/boats/oars.md --
-- content/boats/sail/index.md --
-- content/boats/sail/mast.jpg --
-- content/harbor/pier.md --
-- content/harbor/blå båt.md --
-- static/img/sky (1).jpg --
`;
const site = siteOf(`-- hugo.toml --\nbaseURL = "https://sea.example/"\n${content}`, {
  hugo: hugo('0.152.2'),
});
const below = siteOf(`-- hugo.toml --\nbaseURL = "https://sea.example/docs/"\n${content}`, {
  hugo: hugo('0.152.2'),
});

/** The first way that leads there, as who changes a link takes it; query and fragment stay. */
function address(
  from: string,
  to: string,
  written: string,
  isReference = false,
  where: SiteSnapshot = site,
): string | undefined {
  const [path = ''] = written.split(/[?#]/, 1);
  const page = recordAt(where, from);
  const target = recordAt(where, to);
  const isSource = /\.md$/.test(path);
  const place =
    target === undefined
      ? placeOfFile(to)
      : { address: addressBelow(where, target, '/'), source: target.path };
  if (page === undefined) {
    return undefined;
  }
  if (isReference) {
    const way = sourcesOf(page, place.source ?? '', { path }).find(
      (each) => referredPage(where, page, each, page.language, now).page === target,
    );
    return way === undefined ? undefined : way + written.slice(path.length);
  }
  const way = waysTo(where, page, place, { path, isSource })
    .map(escaped)
    .find((each) => {
      const found = resolveLink(where, page, each, false);
      return target === undefined
        ? found.kind === 'file' && found.uri === uriOf(to)
        : 'page' in found && found.page === target;
    });
  return way === undefined ? undefined : way + written.slice(path.length);
}

function placeOfFile(path: string): Place {
  const [, address] = /^(?:content|static)(\/.*)$/.exec(path) ?? [];
  return { address, source: undefined };
}

function uriOf(path: string): string {
  return `file:///site/${path}`;
}

function recordAt(where: SiteSnapshot, path: string): PageRecord | undefined {
  return where.page(uriOf(`content/${path}`));
}

test.each([
  ['from the root', '/boats/oars/', '/harbor/pier/'],
  ['without a slash at the end', '/boats/oars', '/harbor/pier'],
  ['with query and fragment', '/boats/oars/?a=1#b', '/harbor/pier/?a=1#b'],
  ['with the host', 'https://sea.example/boats/oars/', 'https://sea.example/harbor/pier/'],
  ['from the page', '../../boats/oars/', '../../harbor/pier/'],
  ['from the page, without a slash at the end', '../../boats/oars', '../../harbor/pier'],
])('the address of another page is written %s', (_, written, expected) => {
  expect(address('boats/oars.md', 'harbor/pier.md', written)).toBe(expected);
});

test.each([
  ['a page beside', 'boats/oars.md', 'boats/sail/index.md', '../x/', '../sail/'],
  ['the list above', 'boats/sail/index.md', 'boats/_index.md', '../../', '../'],
  ['the home page', 'boats/oars.md', '_index.md', '/boats/', '/'],
  [
    'a page with blanks and letters of its own',
    'boats/oars.md',
    'harbor/blå båt.md',
    '/x/',
    '/harbor/blå-båt/',
  ],
  ['a file of its bundle', 'boats/sail/index.md', 'content/boats/sail/mast.jpg', 'x.jpg', 'mast.jpg'],
  [
    'a file of another bundle',
    'boats/oars.md',
    'content/boats/sail/mast.jpg',
    '/x.jpg?w=2',
    '/boats/sail/mast.jpg?w=2',
  ],
  ['a static file', 'boats/oars.md', 'static/img/sky (1).jpg', '/x.jpg', '/img/sky%20%281%29.jpg'],
])('the address of %s', (_, from, to, written, expected) => {
  expect(address(from, to, written)).toBe(expected);
});

test.each([
  ['by name', 'oars', 'pier'],
  ['by the name of the file', 'oars.md', 'pier.md'],
  ['from the page', '../boats/oars.md#x', '../harbor/pier.md#x'],
  ['from the content folder', '/boats/oars', '/harbor/pier'],
])('a reference is written %s', (_, written, expected) => {
  expect(address('boats/_index.md', 'harbor/pier.md', written, true)).toBe(expected);
});

test('the folder of the site stands before addresses from the root', () => {
  expect([
    address('boats/oars.md', 'harbor/pier.md', '/docs/boats/oars/', false, below),
    address('boats/oars.md', 'harbor/pier.md', '../sail/', false, below),
  ]).toEqual(['/docs/harbor/pier/', '../../harbor/pier/']);
});

test('what is not published has none', () => {
  expect(address('boats/oars.md', 'data/x.yaml', '/x')).toBeUndefined();
});

const slash = { endsWithSlash: true, namesFile: false, isRelative: false };

test.each([
  ['with a slash', 'boats/oars.md', 'harbor/pier.md', {}, '/harbor/pier/'],
  ['without one', 'boats/oars.md', 'harbor/pier.md', { endsWithSlash: false }, '/harbor/pier'],
  ['by the file', 'boats/oars.md', 'harbor/pier.md', { namesFile: true }, '../harbor/pier.md'],
  ['by the file beside', 'boats/_index.md', 'boats/oars.md', { namesFile: true }, 'oars.md'],
  ['from the page', 'boats/oars.md', 'harbor/pier.md', { isRelative: true }, '../../harbor/pier/'],
  ['of the home page', 'boats/oars.md', '_index.md', { endsWithSlash: false }, '/'],
] as const)('a new address %s', (_, from, to, form, expected) => {
  const [page, target] = [recordAt(site, from), recordAt(site, to)];
  expect(page && target && addressTo(site, page, target, { ...slash, ...form })).toBe(expected);
});

test('a new address begins with the folder of the site and of the language', () => {
  const where = siteOf(`-- hugo.toml --
baseURL = "https://sea.example/docs/"
defaultContentLanguage = "en"
[languages.en]
[languages.sv]
-- content/a.md --
-- content/b c.sv.md --
`);
  const [page, target] = [recordAt(where, 'a.md'), recordAt(where, 'b c.sv.md')];
  expect(page && target && addressTo(where, page, target, slash)).toBe('/docs/sv/b-c/');
  expect(page && target && referenceTo(page, target, slash)).toBeUndefined();
});

test.each([
  [{ namesFile: false }, '/harbor/pier'],
  [{ namesFile: true }, '/harbor/pier.md'],
])('a new reference, %j', (form, expected) => {
  const [page, target] = [recordAt(site, 'boats/oars.md'), recordAt(site, 'harbor/pier.md')];
  expect(page && target && referenceTo(page, target, form)).toBe(expected);
});
