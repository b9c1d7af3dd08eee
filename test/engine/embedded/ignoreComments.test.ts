// A comment that puts a finding aside changes nothing of what a visitor sees: each page is rendered without it and with it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../server/src/core/features/finding.ts';
import { ignoreFixes } from '../../../server/src/core/features/ignoreFixes.ts';
import type { SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { message } from '../../../server/src/core/text/message.ts';
import { takeCursor } from '../../support/marks.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';
import { openEngine, type OpenEngine } from './openEngine.ts';

const path = 'content/p.md';
const siteWith = (unsafe: boolean): string => `
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = ${String(unsafe)}
-- layouts/_default/single.html --
<main data-tags="{{ delimit .Params.tags "," }}">{{ .Title }}{{ .Content }}</main>
-- layouts/shortcodes/box.html --
<div>{{ .Inner }}</div>
-- layouts/shortcodes/line.html --
<hr>
-- content/p.md --
---
title: P
---
`;

const head = '---\ntitle: Ink\ntags: []\n---\n';

/** `█` is where the finding begins. */
const inFrontMatter = [
  '---\ntitle: Ink\n█tags: [a, b]\n---\nText.\n',
  '---\r\ntitle: Ink\r\n█tags: []\r\n---\r\nText.\r\n',
  '---\ntitle: Ink\ntags:\n  - a\n  - █b\n---\n',
  '---\ntags:\n  [a,\n  █b]\ntitle: |\n  Ink\n---\n',
  '---\ntags: []\ntitle: "Ink\n  █and paper"\n---\n',
  '---\ntags: []\ntitle: >\n  Ink\n  █and paper\n---\n',
  '+++\ntags = [\n "a",\n █"b",\n]\ntitle = """\nInk"""\n+++\n',
  '+++\ntags = ["a"]\ntitle = """\nInk\n█paper"""\n+++\n',
];
const inBody = [
  `${head}█Ink.\n`,
  `${head}Ink.\n\n█Paper.\n`,
  `${head}Ink.\n█Paper.\n`,
  `${head}Ink.\n\n# █Paper\n`,
  `${head}- a\n- █b\n\n- c\n`,
  `${head}- a\n\n- █b\n`,
  `${head}1. a\n\n   █b\n2. c\n`,
  `${head}\`\`\`\na\n\n█b\n\`\`\`\n`,
  `${head}Ink.\n\n    code\n\n    █code\n`,
  `${head}| a | b |\n|---|---|\n| █1 | 2 |\n`,
  `${head}> a\n>\n> █b\n`,
  `${head}Ink.\n\n█{{< line >}}\n\nPaper.\n`,
  `${head}{{< box >}}\n\n█a\n\n{{< /box >}}\n`,
  `${head}{{% box %}}\n\n█a\n\n{{% /box %}}\n`,
  `${head}<div>\n\n█a\n\n</div>\n`,
];

describe.each([true, false])('with unsafe = %s', (unsafe) => {
  let opened: OpenEngine;
  beforeAll(async () => {
    opened = await openEngine(siteWith(unsafe));
  });
  afterAll(() => opened.engine.dispose());

  const site = siteOf(siteWith(unsafe), { hugo: hugo('0.147.6') });
  const shown = async (text: string): Promise<string> => {
    const { html } = await opened.render(path, text);
    return (html ?? '').replace(/<!-- hugo-scribe-ignore.*?-->\n?/g, '');
  };

  test.each([...inFrontMatter, ...inBody])('%j', async (marked) => {
    const { text, offset } = takeCursor(marked);
    const fixes = ignoreFixes(site, pageOf(site, path, text), findingAt(offset));
    const before = await shown(text);
    expect(before).toContain('Ink');
    expect(fixes.length).toBeGreaterThan(0);
    for (const { edits } of fixes) {
      expect(await shown(applyEdits(text, edits))).toBe(before);
    }
  });
});

test('a comment in the body is not offered where some Hugo of the site prints a note in its place', () => {
  const text = `${head}Ink.\n\nPaper.\n`;
  const at = text.indexOf('Paper');
  const titles = (site: SiteSnapshot): string[] =>
    ignoreFixes(site, pageOf(site, path, text), findingAt(at)).map(({ title }) => title.template);
  expect(titles(siteOf(siteWith(false)))).toEqual(['Ignore "{0}" on this page']);
  expect(titles(siteOf(siteWith(true)))).toHaveLength(2);
});

function findingAt(offset: number): Finding {
  return {
    code: 'some-rule',
    severity: 'warning',
    range: { start: offset, end: offset },
    message: message('Odd.'),
    fixes: [],
  };
}
