import { describe, expect, test } from 'vitest';
import { checkDiagnostics, codesOf, fixed } from '../../../support/checks.ts';
import { siteOf } from '../../../support/site.ts';

const images = `-- static/img/cards/sky.png --
-- static/img/cards/Mill.png --
-- static/img/other/stone.png --
`;
const single = `-- layouts/_default/single.html --
<img src="/img/cards/{{ .Params.card }}">
`;
const site = siteOf(single + images);

describe('a file that a key names', () => {
  test('and that does not exist', () => {
    checkDiagnostics(
      `---
card: grain.png
      ^^^^^^^^^ warning missing-file: There is no file "grain.png" in "static/img/cards", so the page shows nothing in its place.
---
`,
      { site },
    );
  });

  test('in other letters', () => {
    checkDiagnostics(
      `---
card: "mill.png"
      ^^^^^^^^^^ warning missing-file: The file is called "Mill.png", not "mill.png": the case of letters counts. It may be found on your own computer, but not on a web server.
---
`,
      { site },
    );
  });

  test('in another folder', () => {
    checkDiagnostics(
      `---
card: stone.png
      ^^^^^^^^^ warning missing-file: There is no file "stone.png" in "static/img/cards". One of that name is "static/img/other/stone.png".
---
`,
      { site },
    );
  });

  test.each([
    ['a letter too many', '---\ncard: skyy.png\n---\n', '---\ncard: sky.png\n---\n'],
    ['another ending', '---\ncard: sky.jpg\n---\n', '---\ncard: sky.png\n---\n'],
    ['other letters', "---\ncard: 'mill.png'\n---\n", "---\ncard: 'Mill.png'\n---\n"],
    ['a slash before it', '+++\ncard = "/mill.PNG"\n+++\n', '+++\ncard = "/Mill.png"\n+++\n'],
  ])('%s is mended', (_, wrong, right) => {
    expect(fixed(wrong, { site })).toBe(right);
    expect(codesOf(right, { site })).toEqual([]);
  });

  test.each([
    ['nothing', '---\ncard: ""\n---\n'],
    ['an address', '---\ncard: https://example.org/sky.jpg\n---\n'],
    ['a word', '---\ncard: none\n---\n'],
    ['a page', '---\ncard: about.html\n---\n'],
    ['a path upwards', '---\ncard: ../other/stone.jpg\n---\n'],
    ['a key that no template takes for a file', '---\ntitle: grain.png\n---\n'],
  ])('says nothing of %s', (_, text) => {
    expect(codesOf(text, { site })).toEqual([]);
  });

  test.each([
    ['a theme is missing', siteOf(single + images, { missingModules: ['ananke'] })],
    ['the site is being read', siteOf(single + images, { isReading: true })],
  ])('says nothing while %s', (_, unfinished) => {
    expect(codesOf('---\ncard: grain.png\n---\n', { site: unfinished })).toEqual([]);
  });

  test('is where any template looks for it', () => {
    const twice = siteOf(`${single}${images}-- layouts/partials/list.html --
<img src="/img/other/{{ .Params.card }}">
`);
    expect(codesOf('---\ncard: stone.png\n---\n', { site: twice })).toEqual([]);
  });

  test('is not looked for where the files of other pages are not, either', () => {
    const elsewhere = siteOf(`${single}${images}-- content/blogg/två.md --
---
card: made-by-a-program.png
---
`);
    expect(codesOf('---\ncard: grain.png\n---\n', { site: elsewhere })).toEqual([]);
  });

  test('beside the page, and in the assets', () => {
    const bundle = siteOf(`-- layouts/_default/single.html --
{{ .Resources.GetMatch .Params.cover }}{{ resources.Get .Params.logo }}
-- content/blogg/ett/sky.png --
-- assets/logo/mill.svg --
`);
    const page = { site: bundle, path: 'content/blogg/ett/index.md' };
    expect(codesOf('---\ncover: sky.png\nlogo: logo/mill.svg\n---\n', page)).toEqual([]);
    expect(fixed('---\ncover: Sky.png\n---\n', page)).toBe('---\ncover: sky.png\n---\n');
    expect(fixed('---\nlogo: logo/mil.svg\n---\n', page)).toBe('---\nlogo: logo/mill.svg\n---\n');
  });
});

describe('a file that no template tells the folder of', () => {
  const names = ['ink', 'oak', 'elm', 'ash', 'fir'];
  const others = (there: readonly string[]): string =>
    [
      ...names.map((name) => `-- content/${name}.md --\n---\ncover: ${name}.png\n---\n`),
      ...there.map((name) => `-- static/covers/${name}.png --\n`),
    ].join('');
  const learned = siteOf(others(names));

  test('is looked for where those of other pages are', () => {
    checkDiagnostics(
      `---
cover: birch.png
       ^^^^^^^^^ hint missing-file: There is no file "birch.png" in "static/covers", so the page shows nothing in its place.
---
`,
      { site: learned },
    );
  });

  test.each([
    ['in other letters', '---\ncover: Oak.png\n---\n', '---\ncover: oak.png\n---\n'],
    ['with another ending', '---\ncover: elm.jpg\n---\n', '---\ncover: elm.png\n---\n'],
  ])('%s', (_, wrong, right) => {
    expect(fixed(wrong, { site: learned })).toBe(right);
    expect(codesOf(right, { site: learned })).toEqual([]);
  });

  test('is composed of other characters that look the same', () => {
    const accented = siteOf('-- static/covers/m\u00fchle.png --\n');
    expect(fixed('---\ncover: mu\u0308hle.png\n---\n', { site: accented })).toBe(
      '---\ncover: m\u00fchle.png\n---\n',
    );
  });

  test.each([
    ['is anywhere', learned, 'oak.png'],
    ['is one of many that are not there', siteOf(others(['ink', 'oak', 'elm'])), 'birch.png'],
    ['is no document', learned, 'birch.example'],
  ])('is not missed where it %s', (_, site, value) => {
    expect(codesOf(`---\ncover: ${value}\n---\n`, { site })).toEqual([]);
  });

  test('but whose address the page leads to', () => {
    const linking = siteOf(
      '-- layouts/_default/single.html --\n<a href="{{ .Params.download }}">Read</a>\n-- static/there.pdf --\n',
    );
    expect(codesOf('---\ndownload: /there.pdf\n---\n', { site: linking })).toEqual([]);
    expect(codesOf('---\ndownload: /away.pdf\n---\n', { site: linking })).toEqual(['missing-file']);
  });
});
