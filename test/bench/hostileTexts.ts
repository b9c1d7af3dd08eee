// Files that nobody means well with, that broke off somewhere, or that a program wrote. Each family asks for one kind of trouble.
import { longestText } from '../../server/src/core/features/tooLong.ts';

export interface HostileText {
  readonly family: string;
  readonly name: string;
  readonly text: string;
}

/** About as long as a text may be that is looked at, in UTF-16 units. */
const usual = 0.96 * longestText;

/** All of them; a `scale` below 1 makes them smaller by that. */
export function hostileTexts(scale = 1): readonly HostileText[] {
  return Object.entries(families(usual * scale)).flatMap(([family, texts]) =>
    Object.entries(texts).map(([name, text]) => ({ family, name, text })),
  );
}

type Texts = Readonly<Record<string, string>>;

function families(size: number): Readonly<Record<string, Texts>> {
  const full = (unit: string): string => unit.repeat(Math.ceil(size / unit.length));
  const lines = (line: (at: number) => string, most = size / 20): string =>
    Array.from({ length: most }, (_, at) => line(at)).join('\n');
  return {
    ...headers(full, lines, size),
    ...characters(full),
    ...calls(full, lines, size),
    ...markdown(full, lines, size),
    'lines of ten megabytes': longLines((unit) => full(unit).repeat(21)),
  };
}

type Full = (unit: string) => string;
type Lines = (line: (at: number) => string, most?: number) => string;

const yaml = (body: string): string => `---\n${body}\n---\nText.\n`;
const toml = (body: string): string => `+++\n${body}\n+++\nText.\n`;

function headers(full: Full, lines: Lines, size: number): Readonly<Record<string, Texts>> {
  const deep = size / 20;
  return {
    nesting: {
      'lists of YAML': yaml(`a: ${'['.repeat(deep)}${']'.repeat(deep)}`),
      'maps of YAML': yaml(`a: ${'{a: '.repeat(deep)}`),
      'open brackets on lines': yaml('a: [\n'.repeat(deep)),
      'ever deeper keys': yaml(Array.from({ length: 700 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')),
      'dashes on a line': yaml(`a:\n  ${'- '.repeat(deep)}b`),
      'arrays of TOML': toml(`a = ${'['.repeat(deep)}${']'.repeat(deep)}`),
      'tables of TOML': toml(`a = ${'{ a = '.repeat(deep)}`),
      'dotted keys of TOML': toml(`${'a.'.repeat(deep)}a = 1`),
      'dotted tables of TOML': toml(`[${'a.'.repeat(deep)}a]`),
      'arrays of JSON': `{"a": ${'['.repeat(deep)}${']'.repeat(deep)}}\nText.\n`,
      'objects of JSON': `${'{"a": '.repeat(deep)}1${'}'.repeat(deep)}\nText.\n`,
    },
    aliases: {
      'each of the one before': yaml(lines((at) => `a${at}: &x${at} [*x${at - 1}, *x${at - 1}]`, 60)),
      'billion laughs': yaml(
        lines(
          (at) =>
            `a${at}: &a${at} [${Array(9)
              .fill(`*a${at - 1}`)
              .join(', ')}]`,
          12,
        ),
      ),
      'one alias again and again': yaml(`a: &x b\nc:\n${lines(() => '  - *x')}`),
      'of nothing': yaml(lines((at) => `a${at}: *nobody${at}`)),
      'of itself': yaml('a: &a [*a, *a]'),
    },
    anchors: {
      'one for each key': yaml(lines((at) => `a${at}: &a${at} b`)),
      'on one line': yaml(`a: ${full('&a ')}`),
      'merged maps': yaml(`a: &a {b: c}\n${lines((at) => `m${at}:\n  <<: *a`)}`),
      'merges of merges': yaml(
        `m0: &m0 {a: b}\n${lines((at) => `m${at + 1}: &m${at + 1}\n  <<: [*m${at}, *m${at}]`, 40)}`,
      ),
      'tags in a row': yaml(`a: ${full('!!str ')}`),
    },
    escapes: {
      'backslashes in YAML': yaml(`a: "${full('\\\\')}"`),
      'escapes that are none': yaml(`a: "${full('\\q')}"`),
      'code points in YAML': yaml(`a: "${full('\\u00e5')}"`),
      'code points in TOML': toml(`a = "${full('\\u00e5')}"`),
      'escapes that are none in TOML': toml(`a = "${full('\\q')}"`),
      'code points in JSON': `{"a": "${full('\\u00e5')}"}\n`,
      'quotes in single quotes': yaml(`a: '${full("''")}'`),
      'a quote that never ends': yaml(`a: "${full('b ')}`),
    },
    blanks: {
      'blank lines': yaml(full('\n')),
      'lines of blanks': yaml(full('    \n')),
      'blanks after a colon': yaml(`a:${full(' ')}b`),
      tabs: yaml(`a:${full('\t')}b`),
      'tabs as indents': yaml(`a:\n${full('\t')}b: c`),
      'carriage returns alone': yaml(full('\r')),
      'blank lines of TOML': toml(full('\n')),
      'blanks in JSON': `{${full(' ')}"a": 1}\n`,
      'blanks before it all': `${full(' ')}---\na: b\n---\n`,
      'blank lines in the text': `---\na: b\n---\n${full('\n')}`,
    },
    delimiters: {
      'never closed': `---\n${full('title: A\n')}`,
      'never closed in TOML': `+++\n${full('title = "A"\n')}`,
      'never closed in JSON': `{\n${full('"title": "A",\n')}`,
      'lines of ---': full('---\n'),
      'dashes on one line': full('-'),
      'a body of ---': `---\ntitle: A\n---\n${full('---\n')}`,
      'documents of YAML': yaml(full('...\n')),
      'lines of #+': full('#+title: a\n'),
    },
    keys: {
      'of all names': yaml(lines((at) => `key${at}: value`)),
      'of one name': yaml(lines(() => 'title: A')),
      'of one name in TOML': toml(lines(() => 'title = "A"', Math.min(2000, size / 20))),
      'of all names in TOML': toml(lines((at) => `key${at} = "value"`, Math.min(2000, size / 20))),
      'of all names in JSON': `{${lines((at) => `"key${at}": "value",`)}"z": 1}\n`,
      'tables of TOML': toml(lines((at) => `[a${at}]`, Math.min(2000, size / 20))),
      'a name of a megabyte': yaml(`${full('a')}: b`),
      'named as what objects have': yaml('__proto__: {a: b}\nconstructor: c\nhasOwnProperty: d\ntoString: e'),
      'tags without end': yaml(`tags: [${full('a, ')}]`),
      'aliases without end': yaml(`aliases:\n${lines((at) => `  - /a/${at}/`)}`),
      'colons without end': yaml(`a: ${full('b: ')}`),
      'a number without end': yaml(`weight: ${full('1')}`),
      'a date without end': yaml(`date: ${full('2024-01-02T03:04:05')}`),
      'a comment without end': yaml(`a: b # ${full('c ')}`),
      'a block of text': yaml(`a: |\n${lines(() => '  text')}`),
    },
  };
}

function characters(full: Full): Readonly<Record<string, Texts>> {
  const everywhere = (unit: string): Texts => ({
    'in the text': full(unit),
    'in front matter': yaml(`title: ${full(unit)}`),
    'in a key': yaml(`${full(unit)}: a`),
    'in a call': `{{< box a="${full(unit)}" >}}{{< /box >}}`,
    'in the address of a link': `[a](${full(unit)})`,
  });
  return {
    NUL: everywhere('\0'),
    'lone surrogates': everywhere('\uD800'),
    'byte order marks': everywhere('\uFEFF'),
    'characters that turn the text': everywhere('\u202E\u2066'),
    'characters of no width': everywhere('\u200B\u200D\u2060'),
    'marks on one letter': everywhere('e\u0301\u0301\u0301'),
    faces: everywhere('👩‍👩‍👧'),
  };
}

function calls(full: Full, lines: Lines, size: number): Readonly<Record<string, Texts>> {
  const deep = size / 26;
  return {
    storms: {
      'left delimiters': full('{{<'),
      'left delimiters of both kinds': full('{{<{{%'),
      'right delimiters': full('>}}'),
      braces: full('{'),
      'comments without end': full('{{</* '),
      'quotes without end': full('{{< box a="'),
      'backticks without end': full('{{< box `'),
      'slashes without end': full('{{< /'),
      'closing slashes': `{{< box ${full('/')}>}}`,
      'equal signs': `{{< box ${full('=')} >}}`,
      'what is nearly a call': full('{{ < box > }} {{≤ box >}} {%x%} { {< a >} } '),
    },
    calls: {
      'unknown ones': lines(() => '{{< nosuch a="b" >}}'),
      'unclosed ones': lines(() => '{{< box >}}'),
      'nested ones': '{{< box >}}'.repeat(deep) + '{{< /box >}}'.repeat(deep),
      'closed ones alone': lines(() => '{{< /box >}}'),
      'other ones inside of each other':
        '{{< box >}}{{< icon >}}'.repeat(deep / 2) + '{{< /box >}}'.repeat(deep / 2),
      'references to nothing': lines(() => '{{< ref "nowhere.md" >}}'),
      'inline ones': lines(() => '{{< a.inline >}}{{ .Page }}{{< /a.inline >}}'),
      comments: lines(() => '{{</* box */>}}'),
    },
    arguments: {
      'without names': `{{< box ${full('"a" ')}>}}`,
      'with names': `{{< box ${lines((at) => `a${at}="b"`)} >}}`,
      'of one name': `{{< box ${full('a="b" ')}>}}`,
      'of both kinds': `{{< box ${full('a="b" "c" ')}>}}`,
      'escaped quotes': `{{< box a="${full('\\"')}" >}}`,
      'curly quotes': `{{< box ${full('“a” ')}>}}`,
      'single quotes': `{{< box a='${full('b ')}' >}}`,
      commas: `{{< box ${full('"a", ')}>}}`,
      'faults in each call': lines(() => "{{< box 'a' >}}"),
      'words without quotes': `{{< box ${full('a/b ')}>}}`,
    },
  };
}

function markdown(full: Full, lines: Lines, size: number): Readonly<Record<string, Texts>> {
  const deep = size / 20;
  return {
    brackets: {
      'open ones': full('['),
      'closed ones': full(']'),
      'nested ones': '['.repeat(deep) + ']'.repeat(deep),
      'links in links': '[a]('.repeat(deep) + ')'.repeat(deep),
      'pictures in pictures': '!['.repeat(deep) + '](a)'.repeat(deep),
      'open addresses': full('[a](<b'),
      'open titles': full('[a](b "c'),
      'parentheses in addresses': `[a](${full('(')}`,
      'references to nothing': full('[a][b] '),
      'notes to nothing': full('[^a] '),
    },
    backticks: {
      'of one length': full('`'),
      'of all lengths': Array.from({ length: Math.sqrt(size) }, (_, at) => `${'`'.repeat(at)} a`).join(' '),
      'never closed': full('``a` '),
      'fences never closed': full('```\n\n~~~\n'),
      'fences of all lengths': Array.from({ length: Math.sqrt(size) }, (_, at) => '`'.repeat(at + 3)).join(
        '\n',
      ),
      'fences with attributes': full('```go {a="b" '),
    },
    emphasis: {
      stars: full('*'),
      'open stars': full('*a '),
      'stars and underscores': full('*_a'),
      'nested ones': '**a '.repeat(deep) + '**'.repeat(deep),
      tildes: full('~~a '),
      'stars after each other': full('a**b'),
    },
    HTML: {
      'open tags': full('<a '),
      'tags with open quotes': full('<a href="'),
      'open comments': full('<!-- '),
      'open declarations': full('<![CDATA['),
      'open instructions': full('<? '),
      'nested elements': '<div>\n'.repeat(deep) + '</div>\n'.repeat(deep),
      'attributes without end': `<a ${full('b="c" ')}>`,
      links: full('<a href="/nowhere/">a</a> '),
      entities: full('&amp;&#x61;&nosuch;'),
      'smaller signs': full('<'),
    },
    definitions: {
      'of all names': lines((at) => `[a${at}]: /nowhere/${at}`),
      'of one name': lines(() => '[a]: /nowhere/'),
      'used by all': `${lines((at) => `[a${at}]: /b`, deep / 2)}\n\n${lines((at) => `[a${at}]`, deep / 2)}`,
      'never finished': full('[a]:\n'),
      'names without end': `[${full('a ')}]: /b`,
      'titles without end': `[a]: /b "${full('c ')}`,
      'notes of all names': lines((at) => `[^a${at}]: b`),
    },
    blocks: {
      'quotes in quotes': full('> '),
      'quotes on lines': lines((at) => `${'>'.repeat(at % 500)} a`, deep / 12),
      'lists in lists': Array.from({ length: 700 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n'),
      'bullets on a line': full('- '),
      'numbers on a line': full('1. '),
      'tables with columns': `${full('| a ')}\n${full('|---')}\n${full('| b ')}`,
      'tables with rows': `| a |\n|---|\n${lines(() => '| b | c |')}`,
      'underlined headings': full('a\n='),
      headings: lines((at) => `${'#'.repeat((at % 6) + 1)} a`),
      'code by indents': lines(() => '    code'),
      'definition lists': lines(() => 'a\n: b'),
      'attributes of headings': lines(() => '# a {#b .c d="e"}'),
    },
    links: {
      'to nothing': lines((at) => `[a](/nowhere/${at}/)`, deep / 2),
      'to one page': lines(() => '[a](/a/)'),
      'with all ways out': full('[a](../../../../b) '),
      'pictures that are not there': lines((at) => `![a](b${at}.png)`, deep / 2),
      'a path without end': `[a](/${full('b/')})`,
      'dots without end': `[a](/${full('../')})`,
      'percent signs': `[a](/${full('%')})`,
      'escapes without end': `[a](/${full('%C3%A5')})`,
      'bare addresses': full('https://example.org/a '),
      'addresses in pointed brackets': full('<https://example.org/a> '),
      'addresses of mail': full('a@b.se '),
      'schemes without end': `[a](${full('http://')})`,
      'fragments without end': `[a](#${full('#')})`,
      'queries without end': `[a](/a/?${full('a=b&')})`,
    },
  };
}

function longLines(full: Full): Texts {
  return {
    prose: full('text with words '),
    'a value': yaml(`title: ${full('words ')}`),
    'a quoted value': yaml(`title: "${full('words ')}"`),
    'a call': `{{< box a="${full('words ')}" >}}`,
    links: full('[a](/a/) '),
    calls: full('{{< box >}}{{< /box >}} '),
    markup: full('*a* `b` <i>c</i> '),
  };
}
