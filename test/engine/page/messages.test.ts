import { describe, expect, it } from 'vitest';
import { readMessages } from '../../../server/src/engine/page/messages.ts';
import { preparePage } from '../../../server/src/engine/page/prepare.ts';
import type { EngineProblem } from '../../../server/src/engine/types.ts';

const header = '---\ntitle: a\n---\n';
const exact = { min: '0.147.6', max: '0.147.6', source: 'installed', file: undefined } as const;
const path = 'content/posts/a.md';

function complaints(source: string, log: string): readonly string[] {
  const prepared = preparePage(source, { hugo: exact, path, marked: true, now: 0 });
  const problems = readMessages(log, {
    path,
    prepared,
    toSitePath: (found) => /(?:content|layouts)\/.*$/.exec(found)?.[0],
  });
  return problems.map(toText);
}

function toText({ severity, message, path: file, line, character }: EngineProblem): string {
  const at = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}:${character ?? ''}`} `;
  return `${severity} ${at}${message}`;
}

/** What the writer has, what Hugo says, what the writer reads. Three lines are put into the front matter. */
const cases: readonly (readonly [name: string, source: string, log: string, expected: readonly string[]])[] =
  [
    [
      'an unknown shortcode behind letters of two bytes and a mark',
      `${header}åäö {{< nosuch >}}\n`,
      'Error: Error building site: "/site/content/posts/a.md:7:17": failed to extract shortcode: template for shortcode "nosuch" not found',
      ['error content/posts/a.md:3:4 template for shortcode "nosuch" not found'],
    ],
    [
      'the same from the embedded engine, said twice',
      `${header}- {{< nosuch >}}\n`,
      'ERROR process: "content/posts/a.md:7:3": failed to extract shortcode: template for shortcode "nosuch" not found\nBuild error: process: "content/posts/a.md:7:3": failed to extract shortcode: template for shortcode "nosuch" not found',
      ['error content/posts/a.md:3:2 template for shortcode "nosuch" not found'],
    ],
    [
      'a shortcode without its closing tag',
      `${header}\n{{< box >}}\n`,
      'Error: error building site: process: readAndProcessContent: "/site/content/posts/a.md:8:1": failed to extract shortcode: shortcode "box" must be closed or self-closed',
      ['error content/posts/a.md:4:0 shortcode "box" must be closed or self-closed'],
    ],
    [
      'a half-typed tag, which new Hugo blames on the end of the file',
      `${header}x\n\n{{< ok\n\nMore.\n`,
      'Error: error building site: process: readAndProcessContent: "/site/content/posts/a.md:12:1": failed to extract shortcode: unclosed shortcode action',
      ['error content/posts/a.md:5:0 unclosed shortcode action'],
    ],
    [
      'a half-typed tag, which old Hugo blames on the first line',
      `${header}x\n\n{{< ok\n\nMore.\n`,
      'Error: Error building site: "/site/content/posts/a.md:1:1": unclosed shortcode action',
      ['error content/posts/a.md:5:0 unclosed shortcode action'],
    ],
    [
      'an open quote, over two lines of log',
      `${header}x {{< ok "a >}}\n`,
      'Error: Error building site: "/site/content/posts/a.md:1:1": unterminated quoted string in shortcode parameter-argument: \'a >}}\n\'\nTotal in 12 ms',
      ["error content/posts/a.md:3:9 unterminated quoted string in shortcode parameter-argument: 'a >}}\n'"],
    ],
    [
      'a closing tag alone, in old Hugo',
      `${header}x\n{{< /ok >}}\n`,
      'Error: Error building site: "/site/content/posts/a.md:1:1": got closing shortcode, but none is open',
      ['error content/posts/a.md:4:0 got closing shortcode, but none is open'],
    ],
    [
      'a template of a shortcode that fails',
      `${header}x\n\n{{< boom >}}\n`,
      'Error: Error building site: "/site/content/posts/a.md:9:1": failed to render shortcode "boom": failed to process shortcode: "/site/layouts/shortcodes/boom.html:2:38": execute of template failed: template: shortcodes/boom.html:2:38: executing "shortcodes/boom.html" at <.Page.Foo.Bar>: can\'t evaluate field Foo in type page.Page',
      [
        'error content/posts/a.md:5:0 failed to render shortcode "boom": can\'t evaluate field Foo in type page.Page',
        "error layouts/shortcodes/boom.html:1:38 can't evaluate field Foo in type page.Page",
      ],
    ],
    [
      'the whole chain of new Hugo, from the page template on',
      `${header}x\n\n{{< boom >}}\n`,
      'ERROR render: failed to render pages: render of "/site/content/posts/a.md" failed: "layouts/_default/single.html:3:12": execute of template failed: template: _default/single.html:3:12: executing "main" at <.Content>: error calling Content: "content/posts/a.md:9:1": failed to render shortcode "boom": failed to process shortcode: "layouts/shortcodes/boom.html:2:36": execute of template failed: template: shortcodes/boom.html:2:36: executing "shortcodes/boom.html" at <.Nope>: nil pointer',
      [
        'error content/posts/a.md:5:0 failed to render shortcode "boom": nil pointer',
        'error layouts/shortcodes/boom.html:1:36 nil pointer',
      ],
    ],
    [
      'a layout that fails',
      `${header}x\n`,
      'Error: Error building site: failed to render pages: render of "page" failed: "/site/layouts/_default/single.html:1:3": execute of template failed: template: _default/single.html:1:3: executing "_default/single.html" at <.Foo>: can\'t evaluate field Foo in type *hugolib.pageState',
      ["error layouts/_default/single.html:0:3 can't evaluate field Foo in type *hugolib.pageState"],
    ],
    [
      'a layout that cannot be read',
      `${header}x\n`,
      'Error: add site dependencies: load resources: loading templates: "/site/layouts/_default/single.html:1:1": parse failed: template: _default/single.html:1: missing value for if',
      ['error layouts/_default/single.html:0:1 missing value for if'],
    ],
    [
      'a shortcode that says itself what is wrong',
      `${header}x\n{{< twitter >}}\n`,
      'ERROR 2026/01/02 10:11:12 The "twitter" shortcode requires two named parameters: user and id. See "/site/content/posts/a.md:8:1"\nError: Error building site: logged 1 error(s)',
      [
        'error content/posts/a.md:4:0 The "twitter" shortcode requires two named parameters: user and id. See',
      ],
    ],
    [
      'a link to no page',
      `${header}x\n[a]({{< ref "x" >}})\n`,
      'ERROR 2026/01/02 10:11:12 [en] REF_NOT_FOUND: Ref "x": "/site/content/posts/a.md:8:5": page not found\nlogged 1 error(s)',
      ['error content/posts/a.md:4:4 REF_NOT_FOUND: Ref "x": page not found'],
    ],
    [
      'a date that is none',
      '---\ntitle: a\ndate: foo\n---\nx\n',
      'ERROR the "date" front matter field is not a parsable date: see content/posts/a.md\n',
      ['error content/posts/a.md:2:6 the "date" front matter field is not a parsable date'],
    ],
    [
      'YAML whose fault is a line below the one that Hugo names',
      '---\ntitle: a\nb: c: d\n---\nx\n',
      'Error: Error building site: "/site/content/posts/a.md:2:1": failed to unmarshal YAML: yaml: line 2: mapping values are not allowed in this context',
      [
        'error content/posts/a.md:2:4 failed to unmarshal YAML: yaml: line 2: mapping values are not allowed in this context',
      ],
    ],
    [
      'front matter without its end',
      '\n---\ntitle: a\n',
      'Error: Error building site: "/site/content/posts/a.md:1:1": EOF looking for end YAML front matter delimiter',
      ['error content/posts/a.md:1:0 EOF looking for end YAML front matter delimiter'],
    ],
    [
      'TOML at the exact place',
      '+++\ntitle = a\n+++\n',
      'Error: Error building site: "/site/content/posts/a.md:2:9": unmarshal failed: toml: incomplete number',
      ['error content/posts/a.md:1:8 unmarshal failed: toml: incomplete number'],
    ],
    [
      'what Hugo does not place',
      `${header}x\n`,
      'Error: error building site: assemble: failed to resolve output formats [nope]: unknown output format',
      ['error failed to resolve output formats [nope]: unknown output format'],
    ],
    [
      'colors, our own lines and what is out of date',
      `${header}x\n`,
      'Start building sites …\nhugo v0.147.6\n\u001b[33mWARN\u001b[0m  SCRIBE {"url":"/posts/a/"}\nWARN  deprecated: .Site.Author was deprecated in Hugo v0.124.0\nERROR deprecated: x was deprecated\n\u001b[33mWARN\u001b[0m  found no layout file for "scribe" for kind "page"\nTotal in 7 ms\n',
      [],
    ],
    [
      'a warning of a template',
      `${header}x\n`,
      'WARN  2026/01/02 10:11:12 This picture is too small.\n',
      ['warning This picture is too small.'],
    ],
  ];

describe('what Hugo complains of', () => {
  it.each(cases)('%s', (_name, source, log, expected) => {
    expect(complaints(source, log)).toEqual(expected);
  });
});
