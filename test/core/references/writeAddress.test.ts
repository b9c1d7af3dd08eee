import { expect, test } from 'vitest';
import { addressTo, type AddressGoal } from '../../../server/src/core/references/writeAddress.ts';
import type { SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
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

function address(
  from: string,
  to: string,
  written: string,
  isReference = false,
  where: SiteSnapshot = site,
): string | undefined {
  const uri = (path: string): string => `file:///site/${path}`;
  const page = where.page(uri(`content/${from}`));
  const target = where.page(uri(`content/${to}`));
  const goal: AddressGoal =
    target === undefined ? { kind: 'file', uri: uri(to) } : { kind: 'page', page: target };
  return page && addressTo(where, page, goal, { written, isReference });
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
  ['the page itself', 'boats/oars.md', 'boats/oars.md', '#rig', '#rig'],
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
