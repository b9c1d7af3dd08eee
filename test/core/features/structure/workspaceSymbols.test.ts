import { expect, test } from 'vitest';
import {
  findPlace,
  workspaceSymbols,
} from '../../../../server/src/core/features/structure/workspaceSymbols.ts';
import { openPage, pier } from './structure.ts';

/** Name, place for people, and file. */
function found(query: string, headings = true): string[] {
  return workspaceSymbols(pier, query, headings).map(({ name, container, uri }) =>
    [name, container, uri.replace(`${pier.root}/`, '')].filter(Boolean).join(' · '),
  );
}

test.each([
  [
    'the name, its beginning, then words and letters',
    'boat',
    [
      'boat · layouts/shortcodes/boat.html',
      'Boathouse · boats · content/boats/second.md',
      'All boats · content/boats/_index.md',
      'The first boat · boats · content/boats/first.md',
      'Ribs · The first boat · content/boats/first.md',
      'Hull and keel · Boathouse · content/boats/second.md',
      'Building a hull · The first boat · content/boats/first.md',
    ],
  ],
  ['letters in their order', 'bahl', ['Building a hull · The first boat · content/boats/first.md']],
  ['several words', 'second hull', ['Hull and keel · Boathouse · content/boats/second.md']],
  [
    'a page by its path, which is then its name',
    'd.md',
    [
      'boats/second.md · Boathouse · content/boats/second.md',
      'Hull and keel · Boathouse · content/boats/second.md',
    ],
  ],
  ['a shortcode in a folder', 'item-card', ['nav/item-card · layouts/shortcodes/nav/item-card.html']],
  ['a term once', 'SAIL', ['Sail · tags · content/boats/first.md']],
  [
    'the page of a term',
    'tar',
    [
      'tar · tags · content/tags/tar/_index.md',
      'Tar and pitch · tags · content/tags/tar/_index.md',
      'nav/item-card · layouts/shortcodes/nav/item-card.html',
    ],
  ],
  ['nothing that lacks a letter', 'xyzzy', []],
])('finds %s', (_, query, expected) => {
  expect(found(query)).toEqual(expected);
});

test('headings are left to an editor that lists them itself', () => {
  expect(found('hull', false)).toEqual([]);
});

test('without a query there are pages', () => {
  expect(found('')).toContain('Boathouse · boats · content/boats/second.md');
});

const page = openPage('---\ntags:\n  - Tar\n---\n# One\n\n## Two words {#two}\n');

test.each([
  ['a heading', { kind: 'heading', text: 'Two words', level: 2 }, '## Two words {#two}'],
  ['a term', { kind: 'term', key: 'tags', term: 'tar' }, 'Tar'],
  ['a heading that is gone', { kind: 'heading', text: 'Three', level: 2 }, ''],
  ['the top', { kind: 'top' }, ''],
] as const)('leads to %s', (_, place, expected) => {
  const { start, end } = findPlace(page, place);
  expect(page.text.slice(start, end)).toBe(expected);
});
