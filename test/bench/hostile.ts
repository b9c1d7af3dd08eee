import { check } from '../../server/src/core/features/check.ts';
import { complete } from '../../server/src/core/features/complete.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { siteOf } from '../support/site.ts';
import { limited, measure, type Row } from './measure.ts';

const site = siteOf(`
-- hugo.toml --
-- layouts/shortcodes/box.html --
{{ .Inner }}
-- content/a.md --
---
title: A
---
`);
const client = { snippets: true, today: '2026-11-21', now: '2026-11-21T09:30:00+01:00' };

const yaml = (body: string): string => `---\n${body}\n---\n`;
const toml = (body: string): string => `+++\n${body}\n+++\n`;

/** Texts of up to a megabyte that nobody means well with, or that broke off somewhere. */
const texts: readonly (readonly [string, string])[] = [
  ['a megabyte of unknown shortcodes', '{{< nosuch a="b" >}}\n'.repeat(45_000)],
  ['a megabyte of unclosed shortcodes', '{{< box >}}\n'.repeat(75_000)],
  ['a megabyte of nested shortcodes', '{{< box >}}'.repeat(38_000) + '{{< /box >}}'.repeat(38_000)],
  ['a megabyte of closing tags', '{{< /box >}}\n'.repeat(70_000)],
  ['a megabyte of left delimiters', '{{<'.repeat(300_000)],
  ['a megabyte of open quotes', '{{< box a="'.repeat(90_000)],
  ['a megabyte of open comments', '{{</* '.repeat(150_000)],
  ['a megabyte of running text', 'å text with words '.repeat(55_000)],
  ['a megabyte of NUL', '\0'.repeat(1_000_000)],
  ['a megabyte of lone surrogates', '\uD800'.repeat(1_000_000)],
  ['25,000 keys', yaml(Array.from({ length: 25_000 }, (_, key) => `key${String(key)}: value`).join('\n'))],
  [
    '2,000 keys in TOML',
    toml(Array.from({ length: 2000 }, (_, key) => `key${String(key)} = "value"`).join('\n')),
  ],
  ['30,000 open brackets', yaml('a: [\n'.repeat(30_000))],
  ['front matter that never ends', `---\n${'title: A\n'.repeat(100_000)}`],
  ['a body full of ---', `---\ntitle: A\n---\n${'---\n'.repeat(250_000)}`],
  ['blank lines', yaml('\n'.repeat(60_000))],
  [
    'aliases on aliases',
    yaml(
      Array.from(
        { length: 60 },
        (_, at) => `a${String(at)}: &x${String(at)} [*x${String(at - 1)}, *x${String(at - 1)}]`,
      ).join('\n'),
    ),
  ],
];

/** One answer of each kind, from a fresh text, at the middle of the file. */
export function hostile(): Row[] {
  return texts.map(([name, text]) => {
    const { median } = measure((run) => {
      const page = new PageDocument('file:///w/content/a.md', run % 2 === 0 ? text : `${text} `, site.hugo);
      check(site, page, client.now);
      complete(site, page, text.length >> 1, client);
      hover(site, page, text.length >> 1, client);
    }, 5);
    return limited(name, median, 250, 'ms');
  });
}
