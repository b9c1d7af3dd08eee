import { describe, expect, test } from 'vitest';
import { shortcodeCards } from '../../../../server/src/core/features/gallery/cards.ts';
import { Examples, pagesOfExamples } from '../../../../server/src/core/features/gallery/examples.ts';
import { askedPage } from '../../../../server/src/core/schema/askedPage.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { hugo, pageOf, siteOf } from '../../../support/site.ts';

const texts: Readonly<Record<string, string>> = {
  'content/news/first.md':
    '---\ntitle: The first boat\n---\n\n{{< buoy color="red" >}}\n\n{{< dock >}}\n{{< berth "7" >}}\n{{< /dock >}}\n',
  'content/news/second.md':
    '---\ntitle: The second\n---\n{{< buoy >}} {{< buoy color="red" size="very large" >}}\n',
  'content/about/us.md': '---\ntitle: About us\n---\n{{< tide >}} {{< buoy color="g" >}}\n',
};
const site = siteOf(
  `
-- .hugo-scribe.yaml --
shortcodes:
  tide:
    description: When the water is \`high\`.
-- layouts/shortcodes/buoy.html --
{{/* A buoy in the water. */}}
{{ if not (.Get "color") }}{{ errorf "no color" }}{{ end }}
<b class="{{ .Get "color" }}">{{ .Get "size" | default "small" }}</b>
-- layouts/shortcodes/tide.html --
<time></time>
-- layouts/shortcodes/dock.html --
<ul>{{ .Inner }}</ul>
-- layouts/shortcodes/berth.html --
{{ if not .Parent }}{{ errorf "only in a dock" }}{{ end }}<li>{{ .Get 0 }}</li>
-- layouts/shortcodes/anchor.html --
<i></i>
${Object.entries(texts)
  .map(([path, text]) => `-- ${path} --\n${text}`)
  .join('')}`,
  { hugo: hugo('0.147.6') },
);

const cards = shortcodeCards(site, 'news', formatMessage);
const card = (name: string) => cards.find((each) => each.name === name);

describe('the cards of a page', () => {
  test('begin with what its section calls, then come others of the site, then those of Hugo', () => {
    const names = cards.filter(({ group }) => group !== 'hugo').map(({ name, group }) => `${group} ${name}`);
    expect(names).toEqual(['here buoy', 'here berth', 'here dock', 'site tide', 'site anchor']);
    expect(cards.slice(0, 5).every(({ group }) => group !== 'hugo')).toBe(true);
    expect(card('figure')?.group).toBe('hugo');
  });

  test('say what each is for, how often it is used, and where it comes from', () => {
    expect(card('buoy')).toMatchObject({
      use: 'used 4 times on 3 pages',
      documentation: ['A buoy in the water.'],
      source: 'layouts/shortcodes/buoy.html',
      sourceUri: 'file:///site/layouts/shortcodes/buoy.html',
      link: undefined,
    });
    expect(card('tide')?.documentation).toEqual(['When the water is `high`.']);
    expect(card('anchor')?.use).toBe('not used yet');
    expect(card('figure')).toMatchObject({ source: 'part of Hugo', sourceUri: undefined });
    expect(card('figure')?.link).toMatch(/^https:\/\/gohugo\.io\//);
  });

  test('list arguments, those first that have to be given, with their values', () => {
    expect(card('buoy')?.arguments).toEqual([
      { name: 'color', isRequired: true, type: '', documentation: '', default: undefined, values: ['red'] },
      { name: 'size', isRequired: false, type: '', documentation: '', default: 'small', values: [] },
    ]);
    expect(card('berth')?.arguments.map(({ name }) => name)).toEqual(['position 1']);
  });

  test('leave out what no Hugo of the site has, and put what is deprecated last', () => {
    expect(cards.at(-1)?.isDeprecated).toBe(true);
    const older = shortcodeCards(
      siteOf('-- content/a.md --\nx\n', { hugo: hugo('0.111.3') }),
      '',
      formatMessage,
    );
    expect(older.map(({ name }) => name)).not.toContain('qr');
    expect(cards.map(({ name }) => name)).toContain('qr');
  });
});

describe('the examples of a page', () => {
  const asked = askedPage(site, pageOf(site, 'content/news/new.md', '---\ntitle: New\n---\n'));
  const pages = pagesOfExamples(site, asked);
  const examples = new Examples(site);
  for (const record of pages) {
    const path = `content/${record.path}`;
    examples.add(record, pageOf(site, path, texts[path] ?? ''));
  }

  test('come from the pages that resemble it most', () => {
    expect(pages.map(({ path }) => path).at(-1)).toBe('about/us.md');
  });

  test('are the shortest good calls, with the page that they are from', () => {
    expect(examples.found.get('buoy')).toEqual({
      text: '{{< buoy color="g" >}}',
      rendered: '{{< buoy color="g" >}}',
      uri: 'file:///site/content/about/us.md',
      title: 'About us',
      line: 3,
    });
    expect(examples.found.get('anchor')).toBeUndefined();
  });

  test('are rendered with what they stand in, where they ask for that', () => {
    expect(examples.found.get('berth')).toMatchObject({
      text: '{{< berth "7" >}}',
      rendered: '{{< dock >}}\n{{< berth "7" >}}\n{{< /dock >}}',
    });
  });

  test('of shortcodes that are used on one page alone are not forgotten on it', () => {
    const own = askedPage(site, pageOf(site, 'content/about/us.md', ''));
    expect(pagesOfExamples(site, own).map(({ path }) => path)).toContain('about/us.md');
  });
});
