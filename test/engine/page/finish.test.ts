import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { markOf } from '../../../server/src/engine/page/mark.ts';
import { finishPage, Sheets } from '../../../server/src/engine/page/finish.ts';
import type { FinishOptions, Readable, Resource } from '../../../server/src/engine/page/finish.ts';
import { dangersIn } from './dangers.ts';

/** What the site has: files, what Hugo published, pages. */
const site: Readonly<Record<string, string>> = {
  '/img/a b.png': 'file',
  '/img/a.png': 'file',
  '/posts/a/near.jpg': 'file',
  '/posts/a/film.mp4': 'file',
  '/fonts/x.woff2': 'file',
  '/icons.svg': 'file',
  '/css/main.123.css': 'published',
  '/css/more.css': 'published',
  '/posts/a/near_hu99_0_60x0_resize_q75_box.png': 'published',
  '/js/site.js': 'published',
  '/posts/b/': 'page',
};

const contents: Readonly<Record<string, string>> = {
  '/css/main.123.css':
    '@import "more.css" screen;@font-face{src:url(../fonts/x.woff2)}p{background:url("/img/a.png")}',
  '/css/more.css': '@import "main.123.css";b{color:red}',
  '/posts/a/near_hu99_0_60x0_resize_q75_box.png': 'PNG',
  '/js/site.js': 'if (1<2) document.write("</script>")',
  '/img/a.png': 'PICTURE',
};

function resolve(path: string): Resource | undefined {
  switch (site[path]) {
    case 'file':
      return { kind: 'file', uri: `file:///site/static${encodeURI(path)}` };
    case 'published':
      return { kind: 'published', url: path };
    case 'page':
      return { kind: 'page', uri: `file:///site/content${path}index.md` };
    default:
      return undefined;
  }
}

function contentOf(resource: Readable): Uint8Array | undefined {
  const path =
    resource.kind === 'file' ? decodeURI(resource.uri.replace('file:///site/static', '')) : resource.url;
  const text = contents[path];
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

const usual: FinishOptions = {
  permalink: 'https://site.example/posts/a/',
  resourceBase: 'https://resource.example',
  remote: false,
  scripts: undefined,
  resolve,
  read: (resources) => Promise.resolve(resources.map(contentOf)),
  say: (message) => formatMessage(message),
};

async function bodyOf(html: string, options: Partial<FinishOptions> = {}): Promise<string> {
  const { html: whole } = await finishPage(`<!DOCTYPE html><body>${html}`, { ...usual, ...options });
  return /<body[^>]*>([\s\S]*)<\/body>/.exec(whole)?.[1] ?? '';
}

const base = 'https://resource.example/site/static';
const link = 'href="about:srcdoc#"';

const addresses: readonly (readonly [name: string, html: string, expected: string])[] = [
  ['a picture from the root', '<img src="/img/a%20b.png">', `<img src="${base}/img/a%20b.png">`],
  ['a picture beside the page', '<img src="near.jpg">', `<img src="${base}/posts/a/near.jpg">`],
  [
    'a picture with the site’s host',
    '<img src="https://site.example/img/a.png?v=1">',
    `<img src="${base}/img/a.png">`,
  ],
  [
    'sizes of a picture',
    '<img srcset="near.jpg 1x, /img/a.png 2x, /nope.png 3x">',
    `<img srcset="${base}/posts/a/near.jpg 1x, ${base}/img/a.png 2x" src="${base}/posts/a/near.jpg">`,
  ],
  [
    'a picture that Hugo made',
    '<img src="near_hu99_0_60x0_resize_q75_box.png">',
    '<img src="data:image/png;base64,UE5H">',
  ],
  [
    'the original of one that is not to be had',
    '<img src="near_hu_12ab.jpg">',
    `<img src="${base}/posts/a/near.jpg">`,
  ],
  [
    'a picture that a script would load',
    '<img data-src="near.jpg" src="data:image/gif;base64,AA">',
    `<img src="${base}/posts/a/near.jpg">`,
  ],
  ['a picture that is not there', '<img src="/nope.png" alt="x">', '<img alt="x">'],
  [
    'a picture of another host',
    '<img src="https://b.example/c.png" alt="x">',
    '<img alt="x" data-remote="b.example">',
  ],
  ['a picture in the page', '<img src="data:image/gif;base64,AA">', '<img src="data:image/gif;base64,AA">'],
  [
    'a film with its poster',
    '<video autoplay src="film.mp4" poster="/img/a.png"></video>',
    `<video src="${base}/posts/a/film.mp4" poster="${base}/img/a.png"></video>`,
  ],
  [
    'a drawing of another file',
    '<svg><use href="/icons.svg#x"></use></svg>',
    `<svg><use href="${base}/icons.svg#x"></use></svg>`,
  ],
  [
    'a drawing of the same page',
    '<svg><use xlink:href="#x"></use></svg>',
    '<svg><use href="#x"></use></svg>',
  ],
  [
    'the style of an element',
    '<p style="background:url(/img/a.png)">x</p>',
    `<p style="background:url(&quot;${base}/img/a.png&quot;)">x</p>`,
  ],
  [
    'a link to a page',
    '<a href="../b/#c" target="_blank">x</a>',
    `<a data-source="file:///site/content/posts/b/index.md" ${link}>x</a>`,
  ],
  [
    'a link to another host',
    '<a href="https://b.example/">x</a>',
    `<a data-href="https://b.example/" ${link}>x</a>`,
  ],
  ['a link within the page', '<a href="#c">x</a>', `<a data-href="#c" ${link}>x</a>`],
  [
    'a link to a file',
    '<a href="/img/a.png">x</a>',
    `<a data-href="https://site.example/img/a.png" ${link}>x</a>`,
  ],
  ['a link to a script', '<a href="javascript:x()">x</a>', `<a ${link}>x</a>`],
  [
    'a form',
    '<form action="/send" method="post"><button>x</button></form>',
    '<form method="dialog"><button>x</button></form>',
  ],
  [
    'what scripts would replace',
    '<noscript><img src="/img/a.png"></noscript>',
    `<img src="${base}/img/a.png">`,
  ],
];

describe('an address in a page', () => {
  it.each(addresses)('%s', async (_name, html, expected) => {
    expect(await bodyOf(html)).toBe(expected);
  });

  it('may lead to other hosts where the writer wants it', async () => {
    const html = '<img src="https://b.example/c.png"><img src="http://b.example/c.png">';
    expect(await bodyOf(html, { remote: true })).toBe(
      '<img src="https://b.example/c.png"><img data-remote="b.example">',
    );
  });

  it('of a film in a frame becomes a box that says so', async () => {
    const body = await bodyOf('<iframe src="https://www.youtube.com/embed/x"></iframe>');
    expect(body).toContain('data-href="https://www.youtube.com/embed/x"');
    expect(body).toContain('>video from youtube.com</div>');
  });

  it('of a style sheet is read, with what it imports and loads', async () => {
    const { html } = await finishPage('<link rel=stylesheet media=print href="/css/main.123.css">', usual);
    const circle = '@media screen{b{color:red}}';
    expect(html).toContain('<style media="print">');
    expect(html).toContain(circle);
    expect(html).toContain(
      `@font-face{src:url("${base}/fonts/x.woff2")}p{background:url("${base}/img/a.png")}`,
    );
  });
});

describe('a style sheet beside the page', () => {
  const long = `${'p{color:red}'.repeat(100)}a{background:url(/img/a.png)}`;
  const rewritten = `${'p{color:red}'.repeat(100)}a{background:url("${base}/img/a.png")}`;
  const read: FinishOptions['read'] = (resources) =>
    Promise.resolve(resources.map(() => new TextEncoder().encode(long)));

  it('leaves its hash in its place, the same on each page', async () => {
    const options = { ...usual, read, sheets: new Sheets() };
    for (const source of ['<link rel=stylesheet href="/css/more.css">', `<style>${long}</style>`]) {
      const { html, sheets } = await finishPage(source, options);
      const [[hash, css] = ['', '']] = sheets;
      expect(sheets.size).toBe(1);
      expect(css).toBe(rewritten);
      expect(html).toContain(`<style data-sheet="${hash}"></style>`);
    }
  });

  it('is rewritten for the first page only', async () => {
    const asked: string[] = [];
    const options: FinishOptions = {
      ...usual,
      read,
      sheets: new Sheets(),
      resolve: (path) => {
        asked.push(path);
        return resolve(path);
      },
    };
    const pages = [1, 2].map(() => '<link rel=stylesheet href="/css/more.css">');
    const hashes: string[][] = [];
    for (const page of pages) {
      hashes.push([...(await finishPage(page, options)).sheets.keys()]);
    }
    expect(asked).toEqual(['/css/more.css', '/img/a.png', '/css/more.css']);
    expect(hashes[1]).toEqual(hashes[0]);
  });

  it('takes its addresses from where it stands', async () => {
    const near = long.replace('/img/a.png', 'near.jpg');
    const options = { ...usual, sheets: new Sheets() };
    const at = async (permalink: string): Promise<string> => {
      const { sheets } = await finishPage(`<style>${near}</style>`, { ...options, permalink });
      return [...sheets.values()].join('');
    };
    expect(await at('https://site.example/posts/a/')).toContain(`url("${base}/posts/a/near.jpg")`);
    expect(await at('https://site.example/posts/b/')).toContain('url("data:,")');
  });

  it('is not asked for by the page itself; a short one stays where it is', async () => {
    const source = '<p data-sheet=a>A</p><style data-sheet=a>b{color:red}</style>';
    const { html, sheets } = await finishPage(source, { ...usual, sheets: new Sheets() });
    expect(html).toContain('<p>A</p><style>b{color:red}</style>');
    expect(sheets.size).toBe(0);
  });
});

const lines: readonly (readonly [name: string, html: string, expected: string])[] = [
  ['a paragraph', `<p>${markOf(3)}One</p>`, '<p data-line="3">One</p>'],
  ['the block around emphasis', `<p><em>${markOf(3)}One</em></p>`, '<p data-line="3"><em>One</em></p>'],
  ['an item', `<li>${markOf(12)}One</li>`, '<li data-line="12">One</li>'],
  ['a picture', `<p><img alt="${markOf(4)}a"></p>`, '<p><img alt="a" data-line="4"></p>'],
  [
    'the heading, not its entry in the contents',
    `<nav id="TableOfContents"><a href="#a">${markOf(3)}A</a></nav><h2 id="a"><a href="#a">${markOf(3)}A</a></h2>`,
    `<nav id="TableOfContents"><a data-href="#a" ${link}>A</a></nav><h2 id="a" data-line="3"><a data-href="#a" ${link}>A</a></h2>`,
  ],
  ['nothing in attributes', `<p title="${markOf(3)}A">x</p>`, '<p title="A">x</p>'],
  [
    'what another engine says',
    '<p data-line="7">x</p><p data-line="x">y</p>',
    '<p data-line="7">x</p><p>y</p>',
  ],
];

describe('the line of a block', () => {
  it.each(lines)('stands on %s', async (_name, html, expected) => {
    expect(await bodyOf(html)).toBe(expected);
  });

  it('is taken out of the title', async () => {
    const { html, placed } = await finishPage(`<title>${markOf(1)}A</title><p>${markOf(2)}B</p>`, usual);
    expect(html).toContain('<title>A</title>');
    expect(placed).toBe(1);
  });
});

describe('a style sheet that a handler would put to use', () => {
  it.each([
    ['preloaded', `rel="preload" as="style" onload="this.onload=null;this.rel='stylesheet'"`],
    ['for print until then', `rel="stylesheet" media="print" onload="this.media='all'"`],
  ])('is in use, and once: %s', async (_name, how) => {
    const sheet = '<link rel="stylesheet" href="/css/more.css">';
    const source = `<link href="/css/more.css" ${how}><noscript>${sheet}</noscript>`;
    for (const scripts of [undefined, { nonce: 'N0' }]) {
      const { html } = await finishPage(source, { ...usual, scripts });
      expect(html.match(/<style>[^<]*b\{color:red\}/g)).toHaveLength(1);
    }
  });
});

describe('a page whose scripts run', () => {
  const scripts = { nonce: 'N0' };

  it('holds all it needs', async () => {
    const html =
      '<img src="/img/a.png"><script src="/js/site.js" defer></script><script>x()</script><p onclick="y()">z</p>';
    const body = await bodyOf(html, { scripts });
    expect(body).toContain('<img src="data:image/png;base64,UElDVFVSRQ==">');
    expect(body).toContain('<script nonce="N0">x()</script><p>z</p>');
    expect(body).toMatch(/<script nonce="N0">if \(1<2\) document\.write\("\\x3c\/script>"\)<\/script>$/);
  });

  it('has no scripts of other hosts, and says so', async () => {
    const { html, notes } = await finishPage('<script src="https://b.example/x.js"></script>', {
      ...usual,
      scripts,
    });
    expect(html).not.toContain('<script');
    expect(notes.map(({ template }) => template)).toEqual(['Scripts of other hosts are left out.']);
  });

  it('has a limit, and says so', async () => {
    const { html, notes } = await finishPage('<img src="/img/a.png">', { ...usual, scripts, budget: 3 });
    expect(html).toContain('<img>');
    expect(notes).toHaveLength(1);
  });
});

describe('a page beyond all measure', () => {
  const cases: readonly (readonly [name: string, html: string])[] = [
    ['too many elements', '<b>x</b>'.repeat(150_000)],
    ['too deep', '<div>'.repeat(150_000)],
    ['too deep in formatting', Array.from({ length: 3000 }, (_, i) => `<b id=${i}><p>`).join('')],
    ['too long', 'x'.repeat(11_000_000)],
  ];
  it.each(cases)('is cut, and says so: %s', async (_name, html) => {
    const { html: shown, notes } = await finishPage(html, usual);
    expect(notes).toHaveLength(1);
    expect(dangersIn(shown.slice(0, 200_000))).toEqual([]);
    expect(parse(shown.slice(0, 1000)).childNodes.length).toBeGreaterThan(0);
  });
});
