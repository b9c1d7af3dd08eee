import type { FencedFormat } from '../../server/src/core/frontMatter/types.ts';

/** A content file whose front matter Hugo reads; `name` says what is special about it. */
export interface Header {
  readonly name: string;
  readonly format: FencedFormat;
  readonly text: string;
}

const yaml = (name: string, inner: string): Header => ({
  name,
  format: 'yaml',
  text: `---\n${inner}---\n\nText.\n`,
});
const toml = (name: string, inner: string): Header => ({
  name,
  format: 'toml',
  text: `+++\n${inner}+++\n\nText.\n`,
});
const json = (name: string, value: string): Header => ({ name, format: 'json', text: `${value}\n\nText.\n` });
const withCrlf = ({ name, format, text }: Header): Header => ({
  name: `${name}, CRLF`,
  format,
  text: text.replaceAll('\n', '\r\n'),
});

const blogPost = yaml(
  'a blog post',
  `title: "Ny datahall i Göteborg: så byggde vi den"
date: "2024-03-18"
intro: "En kort ingress, med 'citat' och \\"fler citat\\"."
draft: false
tags: ["Svenska", "Drift"]
showthedate: true
card: ""
section: "Blogg"
author: 'Kim Ek'
language: "Se"
sidebarlinkname: "Läs mer"
sidebarlinkurl: "https://example.org/nytt/#del-2"
sidebarlinkname2: ""
weight: 10
`,
);

const conferencePage = yaml(
  'nested maps and a list of maps',
  `title: Konferens
menu:
  main:
    name: Konferens
    weight: 30
  footer:
    parent: om
resources:
  - src: images/*.jpg
    title: Bild nummer :counter
    params:
      credits: Anna Ås
  - src: program.pdf
    name: program
cascade:
  - _target:
      kind: page
      path: "{/konferens/**}"
    banner: topp.png
after: sist
`,
);

const tomlPost = toml(
  'a blog post',
  `title = "Release notes"
date = 2024-05-01T09:30:00+02:00
draft = false
weight = 3
tags = ["release", 'news']
"quoted key" = 'C:\\temp\\'
"åtgärd" = "ja"
`,
);

const tomlTables = toml(
  'tables and lists of tables',
  `title = "Team"

[params]
color = "blue"
size.width = 10
size.height = 20

[params.contact]
mail = "a@example.org"

[[resources]]
src = "a.png"
name = "a"

[[resources]]
src = "b.png"

[resources.params]
credits = "Bo"

[menu.main]
weight = 5
`,
);

const jsonPost = json(
  'a blog post',
  `{
  "title": "Notes, \\"quoted\\" and {braced}",
  "date": "2024-05-01",
  "draft": false,
  "weight": 3,
  "tags": ["a", "b"],
  "params": {
    "color": "blue",
    "sizes": [1, 2, 3]
  },
  "resources": [
    { "src": "a.png", "name": "a" },
    { "src": "b.png" }
  ],
  "last-key": null
}`,
);

/** Front matter of every shape that writers use, each built by Hugo without complaint. */
export const headers: readonly Header[] = [
  blogPost,
  conferencePage,
  yaml(
    'lists at the column of their key',
    'title: A\ntags:\n- one\n- two words\nauthors:\n- name: Bo\n  url: /bo/\n- name: Li\nlast: z\n',
  ),
  yaml('lists deeper than their key', 'tags:\n    - one\n    - "två"\n    - \'tre\'\ndate: 2024-01-02\n'),
  yaml('lists in lists', 'matrix:\n  - - a\n    - b\n  - - c\nrows: [[a, b], [c]]\nlast: z\n'),
  yaml(
    'flow lists and maps',
    'title: A\nparams: {color: red, sizes: [1, 2], deep: {a: "x, y", b: \'z\'}}\nempty: {}\nnone: []\nlast: z\n',
  ),
  yaml(
    'flow over several lines',
    'tags: [\n    one,\n    "two",  # why\n    three four\n  ]\nparams: {\n    a: 1,\n    b: 2\n  }\nlast: z\n',
  ),
  yaml(
    'literal text',
    'title: A\nsummary: |\n  First: line\n  # no comment\n\n    deeper "text\n  last line\nlast: z\n',
  ),
  yaml(
    'folded text',
    'summary: >-\n  Two lines\n  become one.\n\n  Another: paragraph\nparams:\n  note: >\n    deep\n    text\n  after: y\nlast: z\n',
  ),
  yaml('text with an indicator', 'code: |2\n    indented\n  less\nkeep: |+\n  text\n\nlast: z\n'),
  yaml(
    'quoted over several lines',
    'title: "A title that\n  goes on here"\nintro: \'one\n\n  two\'\nlast: z\n',
  ),
  yaml('plain over several lines', 'title: A title that\n  goes on here\n  and here\nlast: z\n'),
  yaml('text on the line below its key', 'title:\n  A title below\nintro:\n  "Quoted: below"\nlast: z\n'),
  yaml(
    'comments',
    '# first\ntitle: A # why\n\n# between\ntags: # the tags\n  # inside\n  - a # one\n  - "b#c" # two\nurl: /a#b\nlast: z\n',
  ),
  yaml('quoted keys', '"title": A\n\'my key\': B\n"a: b": C\n"tab\\tkey": D\nlast: z\n'),
  yaml(
    'keys with blanks, dashes, underscores and letters beyond ASCII',
    'my key: A\ndash-key: B\nunder_score: C\nåäö: D\n日本: E\n2024: F\ntrue: G\nlast: z\n',
  ),
  yaml('no values', 'title:\ncard:   \ntags: # none\nparams:\n  color:\n  width:\nlast:\n'),
  yaml(
    'dialect values',
    'a: yes\nb: no\nc: 010\nd: 1_000\ne: 1e3\nf: ~\ng: null\nh: 12:30:45\ni: 0x1f\nlast: z\n',
  ),
  yaml(
    'colons and marks inside values',
    'url: https://example.org/a:b\ntime: 12:30\nsay: it\'s "so"\npath: a[1]{2}\nlast: z\n',
  ),
  yaml('anchors and tags', 'base: &base\n  color: red\nname: &n Anna\nnumber: !!str 10\nlast: z\n'),
  yaml('tabs after colons', 'title:\tA\ntags:\t[a,\tb]\nlast: z\n'),
  yaml('keys that come twice', 'title: A\ntitle: B\nlast: z\n'),
  yaml('blanks round everything', '\n\ntitle:    A   \n\n\ntags:   [ a ,  b ]   \nlast: z\n\n'),
  yaml('empty', ''),
  yaml('a comment alone', '# nothing here\n'),
  withCrlf(blogPost),
  withCrlf(conferencePage),
  {
    name: 'BOM and blank lines before',
    format: 'yaml',
    text: '\uFEFF\n\n---\ntitle: A\nlast: z\n---\nText\n',
  },
  { name: 'lone CR', format: 'yaml', text: '---\rtitle: A\rtags:\r  - a\rlast: z\r---\rText\r' },
  tomlPost,
  tomlTables,
  toml(
    'text over several lines',
    'title = "A"\nintro = """\nOne "quoted" line\nkey = no key\n[no table]\n"""\ncode = \'\'\'\na\\b\n\'\'\'\nfold = """a \\\n   b"""\nlast = "z"\n',
  ),
  toml(
    'arrays over several lines',
    'tags = [\n  "one", # why\n  "two",\n]\nmatrix = [\n  [1, 2],\n  [3],\n]\npeople = [\n  { name = "Bo" },\n  { name = "Li", url = "/li/" },\n]\nlast = "z"\n',
  ),
  toml(
    'inline tables',
    'params = { color = "red", deep = { a = 1 }, list = ["x"] }\nempty = {}\nlast = "z"\n',
  ),
  toml(
    'values of all types',
    'a = true\nb = -1_000\nc = 3.14\nd = inf\ne = 2024-05-01\nf = 2024-05-01 07:32:00\ng = 07:32:00\nh = 0xff\ni = ""\nlast = "z"\n',
  ),
  toml(
    'dotted and quoted keys',
    'a.b.c = 1\na."d e".f = 2\n"x.y" = 3\n\'single\' = 4\n1234 = 5\nlast = "z"\n',
  ),
  toml(
    'comments and blanks',
    '# first\n\n  title   =   "A"   # why\n\ttags = [ "a" , "b" ] # "list"\nhash = "a # b"\nlast = "z"\n',
  ),
  toml('escapes', 'a = "tab\\tquote\\"slash\\\\"\nb = "\\u00e5\\U0001F600"\nlast = "z"\n'),
  toml('empty', ''),
  withCrlf(tomlPost),
  withCrlf(tomlTables),
  jsonPost,
  json('one line', '{"title": "A", "tags": ["a", "b"], "params": {"x": true}, "last": "z"}'),
  json('escapes', '{\n  "a": "tab\\t \\u00e5 \\/ \\\\",\n  "b\\"c": "d",\n  "last": "z"\n}'),
  json('empty things', '{\n  "a": {},\n  "b": [],\n  "c": "",\n  "d": [[], [1]],\n  "last": "z"\n}'),
  json('empty', '{}'),
  withCrlf(jsonPost),
];
