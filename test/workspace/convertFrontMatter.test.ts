import { expect, test } from 'vitest';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { convertFrontMatter } from '../../server/src/workspace/convertFrontMatter.ts';
import { readMatter } from '../../server/src/workspace/matter.ts';

const hugo = unknownHugo;

const yaml = `---
# The name
title: "Ink: a story"
date: 2024-03-12 # the day it came
draft: false
weight: 10
tags: [ink, "yes"]
intro: |
  One # no comment
  two
menu:
  main:
    # Where
    weight: 5
resources:
  - src: a.png
    title: A
# Last words
---
Text
`;

const toml = `+++
# The name
title = "Ink: a story"
# the day it came
date = 2024-03-12
draft = false
weight = 10
tags = [ "ink", "yes" ]
intro = "One # no comment\\ntwo\\n"
# Where
[menu.main]
weight = 5
[[resources]]
src = "a.png"
title = "A"
# Last words
+++
Text
`;

const json = `{
  "title": "Ink: a story",
  "date": "2024-03-12",
  "draft": false,
  "weight": 10,
  "tags": [
    "ink",
    "yes"
  ],
  "intro": "One # no comment\\ntwo\\n",
  "menu": {
    "main": {
      "weight": 5
    }
  },
  "resources": [
    {
      "src": "a.png",
      "title": "A"
    }
  ]
}
Text
`;

test.each([
  ['YAML to TOML', yaml, 'toml', toml, 0],
  ['YAML to JSON', yaml, 'json', json, 4],
  ['line ends stay', '---\r\ntitle: A\r\n---\r\nB\r\n', 'toml', '+++\r\ntitle = "A"\r\n+++\r\nB\r\n', 0],
  [
    'line ends stay behind comments',
    '---\r\n# One\r\na: 1 # two\r\n---\r\n',
    'toml',
    '+++\r\n# One\r\n# two\r\na = 1\r\n+++\r\n',
    0,
  ],
  [
    'comments within a list stay with it',
    '---\nlist:\n# One\n- a # two\n- b\n# Three\nc: d#e\n---\n',
    'toml',
    '+++\n# One\n# two\nlist = [ "a", "b" ]\n# Three\nc = "d#e"\n+++\n',
    0,
  ],
  ['no value', '---\ntitle:\n---\n', 'toml', '+++\ntitle = ""\n+++\n', 0],
  ['no keys', '---\n---\n', 'toml', '+++\n+++\n', 0],
] as const)('%s', (_, text, to, after, lost) => {
  const conversion = convertFrontMatter(text, to, hugo);
  expect(conversion && conversion.text + text.slice(conversion.range.end)).toBe(after);
  expect(conversion?.lostComments).toBe(lost);
});

test.each([
  ['yaml', yaml],
  ['toml', toml],
  ['json', json],
] as const)('values of %s stay what they are in every format', (from, text) => {
  for (const to of (['yaml', 'toml', 'json'] as const).filter((format) => format !== from)) {
    const conversion = convertFrontMatter(text, to, hugo);
    const after = conversion === undefined ? '' : conversion.text + text.slice(conversion.range.end);
    expect(sorted(readMatter(after, hugo).data)).toEqual(sorted(readMatter(text, hugo).data));
    expect(readMatter(after, hugo).content).toBe('Text\n');
  }
});

test.each([
  ['the same format', yaml, 'yaml'],
  ['no front matter', 'Text\n', 'toml'],
  ['a fault', '---\ntitle: [\n---\n', 'toml'],
  ['a key that stands twice', '---\na: 1\nA: 2\n---\n', 'toml'],
] as const)('%s is not converted', (_, text, to) => {
  expect(convertFrontMatter(text, to, hugo)).toBeUndefined();
});

/** The order of keys is no part of what they say. */
function sorted(data: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(
    JSON.stringify(Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)))),
  );
}
