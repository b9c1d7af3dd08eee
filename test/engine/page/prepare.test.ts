import { describe, expect, it } from 'vitest';
import { KeptHeader, preparePage } from '../../../server/src/engine/page/prepare.ts';
import type { PreparedPage, PrepareOptions } from '../../../server/src/engine/page/prepare.ts';

const now = Date.parse('2026-03-10T12:00:00Z');

function prepare(
  source: string,
  version = '0.147.6',
  path = 'content/posts/a.md',
  more: Partial<PrepareOptions> = {},
): PreparedPage {
  const hugo = { min: version, max: version, source: 'installed', file: undefined } as const;
  return preparePage(source, { hugo, path, marked: false, now, ...more });
}

const added = 'build: {render: always, list: always}\ndraft: false\noutputs: [html, scribe]\n';

/** What the writer has, and what Hugo gets. */
const cases: readonly (readonly [name: string, source: string, expected: string])[] = [
  ['YAML', '---\ntitle: a\n---\nx\n', `---\ntitle: a\n${added}---\nx\n`],
  ['no front matter', '# Head\n', `---\n${added}---\n# Head\n`],
  ['nothing at all', '', `---\n${added}---\n`],
  ['a byte order mark', '\uFEFF# Head\n', `\uFEFF---\n${added}---\n# Head\n`],
  ['empty front matter', '---\n---\nx', `---\n${added}---\nx`],
  ['a closing line at the end of the file', '---\ntitle: a\n---', `---\ntitle: a\n${added}---`],
  ['blank lines in front', '\n\n---\ntitle: a\n---\nx', `\n\n---\ntitle: a\n${added}---\nx`],
  [
    'line ends of Windows',
    '---\r\ntitle: a\r\n---\r\nx\r\n',
    `---\r\ntitle: a\r\n${added.replaceAll('\n', '\r\n')}---\r\nx\r\n`,
  ],
  [
    'a draft, whatever the case of the key',
    '---\nDraft: true\n---\nx',
    '---\nDraft: false\nbuild: {render: always, list: always}\noutputs: [html, scribe]\n---\nx',
  ],
  [
    'a page that is never rendered, under the old name',
    '---\ntitle: a\n_build:\n  render: never\n  list: never\ntags: [x]\n---\nx',
    `---\ntitle: a\ntags: [x]\n${added}---\nx`,
  ],
  ['a headless bundle', '---\nheadless: true\n---\nx', `---\nheadless: false\n${added}---\nx`],
  [
    'outputs of its own',
    '---\noutputs:\n  - html\n  - json\n---\nx',
    '---\noutputs:\n  - html\n  - json\n  - scribe\nbuild: {render: always, list: always}\ndraft: false\n---\nx',
  ],
  [
    'a future date, which is still shown',
    '---\ndate: 2030-01-02\n---\nx',
    `---\ndate: 2030-01-02\n${added}publishDate: "2026-03-08"\n---\nx`,
  ],
  [
    'a future publishing date that is the date, too',
    '---\npublishDate: 2030-01-02\n---\nx',
    `---\npublishDate: "2026-03-08"\n${added}date: 2030-01-02\n---\nx`,
  ],
  [
    'a future publishing date beside a date',
    '---\ndate: 2020-01-02\npublishDate: 2030-01-02\n---\nx',
    `---\ndate: 2020-01-02\npublishDate: "2026-03-08"\n${added}---\nx`,
  ],
  ['a past date', '---\ndate: 2020-01-02\n---\nx', `---\ndate: 2020-01-02\n${added}---\nx`],
  ['an expired page', '---\nexpiryDate: 2020-01-02\n---\nx', `---\nexpiryDate: "2026-03-12"\n${added}---\nx`],
  [
    'TOML, before the first table',
    '+++\ndraft = true\ndate = 2030-01-02T00:00:00Z\n[params]\nx = 1\n+++\nx',
    '+++\ndraft = false\ndate = 2030-01-02T00:00:00Z\nbuild = {render = "always", list = "always"}\noutputs = ["html", "scribe"]\npublishDate = "2026-03-08"\n[params]\nx = 1\n+++\nx',
  ],
  [
    'TOML with dotted keys and a table',
    '+++\n_build.render = "never"\n[build]\nlist = "never"\n[params]\nx = 1\n+++\nx',
    '+++\nbuild = {render = "always", list = "always"}\ndraft = false\noutputs = ["html", "scribe"]\n[params]\nx = 1\n+++\nx',
  ],
  [
    'JSON',
    '{\n  "draft": true\n}\nx',
    '{\n  "draft": false,\n  "build": {"render": "always", "list": "always"},\n  "outputs": ["html", "scribe"]\n}\nx',
  ],
  [
    'org, which holds no maps and so becomes YAML',
    '#+title: A b\n#+tags[]: a b\n#+date: <2020-01-02 Thu>\n\nx',
    '---\ntitle: "A b"\ntags: ["a", "b"]\ndate: "2020-01-02"\nbuild: {render: always, list: always}\ndraft: false\noutputs: ["html", "scribe"]\n---\n\nx',
  ],
];

describe('a page for Hugo', () => {
  it.each(cases)('%s', (_name, source, expected) => {
    expect(prepare(source).text).toBe(expected);
  });

  it('is asked for by the old name in old Hugo', () => {
    expect(prepare('x', '0.144.2').text).toContain('\n_build: {');
    expect(prepare('x', '0.145.0').text).toContain('\nbuild: {');
  });

  it('keeps the feed of a list page', () => {
    expect(prepare('x', '0.147.6', 'content/posts/_index.sv.md').text).toContain(
      'outputs: [html, rss, scribe]',
    );
  });

  const untouched: readonly (readonly [name: string, source: string])[] = [
    ['an unclosed header', '---\ntitle: a\n'],
    ['a half-typed value', '---\ntitle: "a\n---\nx'],
    ['a value with a colon', '---\ntitle: a: b\n---\nx'],
    ['half-typed TOML', '+++\ntitle =\n+++\nx'],
    ['half-typed JSON', '{"title": }\nx'],
    ['a shortcode at the very start', '{{< box >}}'],
    ['a list at the very start', '- item'],
  ];
  it.each(untouched)('is left alone where Hugo has to complain: %s', (_name, source) => {
    expect(prepare(source).text).toBe(source);
  });

  it.each(cases)('knows the line of the source for every line: %s', (_name, source) => {
    const page = prepare(source);
    const lines = page.text.split('\n');
    const sourceLines = source.split('\n');
    const own = lines.filter((line) => line === 'x' || line === '# Head' || line === 'x\r');
    for (const line of own) {
      expect(sourceLines[page.toSourceLine(lines.indexOf(line))]?.replace('\uFEFF', '')).toBe(line);
    }
    expect(lines.map((_, i) => page.toSourceLine(i))).toEqual(
      lines.map((_, i) => page.toSourceLine(i)).toSorted((a, b) => a - b),
    );
  });

  const sources = [...cases, ...untouched].map(([name, source]) => [name, source] as const);
  it.each(sources)('is the same whatever was typed before: %s', (_name, source) => {
    const kept = new KeptHeader();
    const texts = [
      source,
      `${source}y`,
      `${source}\r\ny`,
      source.replace('a', 'b'),
      source.replace(/x$/, '---\n'),
    ];
    for (const text of [...texts, ...texts.toReversed()]) {
      const [after, alone] = [prepare(text, '0.147.6', 'content/posts/a.md', { kept }), prepare(text)];
      const offsets = Array.from({ length: alone.text.length }, (_, offset) => offset);
      expect(after.text).toBe(alone.text);
      expect(offsets.map((offset) => after.toSourceOffset(offset))).toEqual(
        offsets.map((offset) => alone.toSourceOffset(offset)),
      );
    }
  });

  it.each<readonly [string, string, Partial<PrepareOptions>]>([
    ['path', 'content/posts/_index.md', {}],
    ['outputs', 'content/posts/a.md', { outputs: ['json'] }],
    ['day', 'content/posts/a.md', { now: Date.parse('2031-01-01T00:00:00Z') }],
  ])('is another one with another %s', (_name, path, more) => {
    const kept = new KeptHeader();
    const source = '---\ndate: 2030-01-02\n---\nx';
    const before = prepare(source, '0.147.6', 'content/posts/a.md', { kept }).text;
    const after = prepare(source, '0.147.6', path, { ...more, kept }).text;
    expect(after).not.toBe(before);
    expect(after).toBe(prepare(source, '0.147.6', path, more).text);
  });
});
