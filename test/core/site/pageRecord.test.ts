import { expect, test } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { toPageRecord } from '../../../server/src/core/site/pageRecord.ts';
import type { PageKey, PageRecord } from '../../../server/src/core/site/snapshot.ts';
import { hugo } from '../../support/site.ts';

const file = {
  path: 'blog/a.md',
  language: 'sv',
  section: 'blog',
  bundle: 'none',
  baseName: 'a',
} as const;

function recordOf(text: string): PageRecord {
  return toPageRecord('file:///s/content/blog/a.md', file, text, unknownHugo);
}

function shown({ id, spelling, type, values }: PageKey): string {
  return `${id} ${spelling} ${type} ${values.join('|')}`.trimEnd();
}

test('a page keeps what its place says', () => {
  expect(recordOf('')).toEqual({
    uri: 'file:///s/content/blog/a.md',
    path: 'blog/a.md',
    language: 'sv',
    section: 'blog',
    bundle: 'none',
    keys: [],
    calls: [],
    arguments: [],
    callDetails: [],
  });
});

test.each([
  ['a string', 'Title: Hello there', ['title Title string Hello there']],
  [
    'quoted, whatever it looks like',
    'draft: \'true\'\ndate: "2024-01-01"',
    ['draft draft string true', 'date date string 2024-01-01'],
  ],
  ['booleans', 'draft: true', ['draft draft bool true']],
  ['numbers', 'weight: -10\nratio: 1.5', ['weight weight int -10', 'ratio ratio float 1.5']],
  [
    'dates',
    'date: 2024-02-03\nlastmod: 2024-2-3T10:00:00Z',
    ['date date date 2024-02-03', 'lastmod lastmod date 2024-2-3T10:00:00Z'],
  ],
  ['nothing at all', 'image:\nother: null', ['image image null', 'other other null null']],
  ['a list of scalars', 'tags: [b, a, b]', ['tags tags list b|a']],
  ['a list on lines', 'tags:\n  - b\n  - a', ['tags tags list b|a']],
  [
    'maps',
    'menu:\n  main:\n    Weight: 3',
    ['menu menu map', 'menu.main main map', 'menu.main.weight Weight int 3'],
  ],
  [
    'a list of maps: each key once, with the values of all items',
    'resources:\n  - src: a.png\n    title: A\n  - src: b.png',
    [
      'resources resources list',
      'resources.[].src src string a.png|b.png',
      'resources.[].title title string A',
    ],
  ],
  ['a key that stands twice', 'a: x\na: z', ['a a string x|z']],
  [
    'no empty values and none that nobody would choose again',
    `a: ""\nb: ${'x'.repeat(201)}`,
    ['a a string', 'b b string'],
  ],
  ['a key that would be special in a plain object', '__proto__: x', ['__proto__ __proto__ string x']],
  [
    'the finished lines round a half-typed one',
    'title: A\nta\ndraft: false',
    ['title title string A', 'draft draft bool false'],
  ],
])('%s', (_, yaml, keys) => {
  expect(recordOf(`---\n${yaml}\n---\n`).keys.map(shown)).toEqual(keys);
});

test.each([
  ['0.151.0', ['a a bool no', 'b b int 0x1F', 'c c float 1e3', 'd d string 12:30']],
  ['0.152.0', ['a a string no', 'b b int 0x1F', 'c c string 1e3', 'd d string 12:30']],
])('types are those of Hugo %s', (version, keys) => {
  const text = '---\na: no\nb: 0x1F\nc: 1e3\nd: 12:30\n---\n';
  const record = toPageRecord('file:///s/content/blog/a.md', file, text, hugo(version));
  expect(record.keys.map(shown)).toEqual(keys);
});

test('a long list is cut', () => {
  const items = Array.from({ length: 100 }, (_, index) => `n${index}`);
  expect(recordOf(`---\ntags: [${items.join(', ')}]\n---\n`).keys[0]?.values).toEqual(items.slice(0, 40));
});

test.each([
  [
    '+++\ntitle = "A"\n[menu.main]\nweight = 3\n+++\n',
    ['title title string A', 'menu menu map', 'menu.main main map', 'menu.main.weight weight int 3'],
  ],
  ['{ "title": "A", "tags": ["x"] }\n', ['title title string A', 'tags tags list x']],
])('%j', (text, keys) => {
  expect(recordOf(text).keys.map(shown).sort()).toEqual([...keys].sort());
});

test.each([
  ['{{< box >}}text{{< /box >}}', ['box']],
  ['{{% note / %}} {{< a/b-c x="1" >}}{{< box >}}', ['note', 'a/b-c', 'box']],
  ['{{</* box */>}} {{ .Title }} {{< >}} {{< / >}}', []],
  ['```\n{{< box >}}\n```\n<!-- {{< box >}} -->', ['box', 'box']],
  ['{{< now.inline >}}x{{< /now.inline >}}', []],
])('%j calls %j', (text, calls) => {
  expect(recordOf(`---\ntitle: "{{< no >}}"\n---\n${text}`).calls).toEqual(calls);
});

test.each([
  ['named', '{{< box title="A" open=true >}}', ['box.title title string A', 'box.open open bool true']],
  ['by position', '{{% Box a.jpg 3 1.5 %}}', ['box.0 0 string a.jpg', 'box.1 1 int 3', 'box.2 2 float 1.5']],
  [
    'of several calls: each once, with the values of all',
    '{{< box title="A" >}}{{< box Title="B" />}}{{< box title=`A` >}}{{< /box >}}',
    ['box.title title string A|B'],
  ],
  ['of shortcodes in folders', '{{< a/b-c x="1" >}}', ['a/b-c.x x string 1']],
  ['with a dot in its name', '{{< a c.d=e >}}', ['a.c/d c.d string e']],
  [
    'without a value that anybody would choose again',
    `{{< box a="" b="${'x'.repeat(201)}" >}}`,
    ['box.a a string', 'box.b b string'],
  ],
  ['of no inline shortcode', '{{< now.inline x="1" >}}{{ now }}{{< /now.inline >}}', []],
  ['of no comment and no closing tag', '{{</* box x="1" */>}} {{< /box >}}', []],
  ['of no tag that is half typed', '{{< box x="1" y="', []],
])('the arguments of calls, %s', (_, text, expected) => {
  expect(recordOf(text).arguments.map(shown)).toEqual(expected);
});

test('a call with very many arguments is cut', () => {
  const values = Array.from({ length: 100 }, (_, index) => `v${index}`);
  expect(recordOf(`{{< gallery ${values.join(' ')} >}}`).arguments).toHaveLength(40);
});

test('how each call is made is known by the places of its arguments and values', () => {
  const { arguments: given, callDetails = [] } = recordOf(
    `{{< box title="A" n=1 >}}{{% box title="B" %}}{{< box "${'x'.repeat(201)}" >}}{{< other >}}`,
  );
  const told = callDetails.map(
    ({ isMarkdown, given: some }) =>
      `${isMarkdown ? '%' : '<'} ${some
        .map(({ argument, value }) => {
          const key = given[argument];
          return `${key?.id ?? ''}=${value === undefined ? '' : (key?.values[value] ?? '')}`;
        })
        .join(' ')}`,
  );
  expect(told).toEqual(['< box.title=A box.n=1', '% box.title=B', '< box.0=', '< ']);
});

test.each([
  ['{{< box >}}', true],
  ['Text\n\n  {{< box >}}  \nText', true],
  ['Text\r\n{{% box %}}\r\nText', true],
  ['{{< box >}}\nText\n{{< /box >}}', true],
  ['{{< box >}}Text{{< /box >}}\n', true],
  ['{{< box >}}Text{{< /box >}} more', false],
  ['{{< box >}}Text\n{{< other >}} more{{< /box >}}', true],
  ['{{< box >}}{{< box >}}{{< /box >}} text{{< /box >}}', true],
  ['{{< box >}}Text\n{{< /box >}} more', false],
  ['Text {{< box >}}', false],
  ['{{< box >}} text', false],
  ['- {{< box >}}', false],
  ['{{< box >}}{{< other >}}', false],
])('whether a call has its line for itself is known: %j', (text, isAlone) => {
  expect(recordOf(text).callDetails?.[0]?.isAlone).toBe(isAlone);
});
