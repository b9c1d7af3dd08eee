import { expect, test } from 'vitest';
import { findFence } from '../../../server/src/core/frontMatter/fence.ts';
import { reorderKeys } from '../../../server/src/core/frontMatter/reorder.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';

const order = ['title', 'date', 'tags'];

function reordered(text: string): string {
  const { fence } = findFence(text, unknownHugo);
  return fence === undefined
    ? 'no front matter'
    : applyEdits(text, reorderKeys(text, fence, order, unknownHugo));
}

test.each([
  ['YAML', '---\ndate: 2024-01-01\ntitle: A\n---\nText\n', '---\ntitle: A\ndate: 2024-01-01\n---\nText\n'],
  [
    'lists, maps and long texts go with their key',
    '---\ntags:\n  - a\n  - b\n\nmenu:\n  main:\n    weight: 1\nintro: |\n  One\n\n  Two\ntitle: A\n---\n',
    '---\ntitle: A\ntags:\n  - a\n  - b\n\nmenu:\n  main:\n    weight: 1\nintro: |\n  One\n\n  Two\n---\n',
  ],
  [
    'a comment goes with the key below it, one apart stays',
    '---\n# All of it\n\n# Which day\ndate: 2024-01-01 # maybe\n# What\ntitle: A\n---\n',
    '---\n# All of it\n\n# What\ntitle: A\n# Which day\ndate: 2024-01-01 # maybe\n---\n',
  ],
  ['names in any case', '---\nDate: 2024-01-01\nTitle: A\n---\n', '---\nTitle: A\nDate: 2024-01-01\n---\n'],
  [
    'line ends stay',
    '---\r\ndate: 2024-01-01\r\ntitle: A\r\n---\r\n',
    '---\r\ntitle: A\r\ndate: 2024-01-01\r\n---\r\n',
  ],
  [
    'TOML: tables stay behind',
    '+++\ndate = 2024-01-01\n# Name\ntitle = "A"\n# Where\n[menu.main]\nweight = 1\n+++\n',
    '+++\n# Name\ntitle = "A"\ndate = 2024-01-01\n# Where\n[menu.main]\nweight = 1\n+++\n',
  ],
  ['JSON', '{\n  "tags": ["a"],\n  "title": "A"\n}\n', '{\n  "title": "A",\n  "tags": ["a"]\n}\n'],
  ['YAML in braces', '---\n{tags: [a], title: A}\n---\n', '---\n{title: A, tags: [a]}\n---\n'],
])('%s', (_, before, after) => {
  expect(reordered(before)).toBe(after);
});

test.each([
  ['what is in order', '---\ntitle: A\ndate: 2024-01-01\nintro: x\n---\n'],
  ['keys nobody knows', '---\nb: 1\na: 2\n---\n'],
  ['a key that stands twice', '---\ndate: 1\ntitle: A\nDate: 2\n---\n'],
  ['anchors', '---\ndate: &day 2024-01-01\ntitle: A\nlastmod: *day\n---\n'],
  ['a fault', '---\ndate: [\ntitle: A\n---\n'],
  ['dotted keys', '+++\nmenu.main.weight = 1\ndate = 2024-01-01\nmenu.main.name = "A"\ntitle = "A"\n+++\n'],
  ['no keys', '---\n---\n'],
])('%s stays as it is', (_, text) => {
  expect(reordered(text)).toBe(text);
});
