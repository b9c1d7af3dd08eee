// The panel of the preview in a real browser: what the reader sees and does, and what a hostile page cannot do. Closes with a line of counts.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createChecks } from '../support/checks.mjs';
import { closeWithCounts } from '../support/counts.mjs';
import { root } from '../support/processes.mjs';
import { startBrowser } from '../vscode/browser.mjs';
import { openPanel, startSite, themes, uri } from './panel.mjs';

const out = join(root, 'test/out');
mkdirSync(out, { recursive: true });
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="teal"/></svg>';
const site = await startSite({
  '/files/picture.svg': picture,
  '/files/page.html': '<p>A page</p>',
  '/files/site.css': 'p { line-height: 1.5 }',
  '/other/picture.svg': picture,
  '/other/evil.js': 'parent.evil = 1',
});
const browser = await startBrowser();
const { check, counts } = createChecks();
const only = process.env['SCRIBE_ONLY'];
let panel;

/** One check in a panel of its own. */
const inPanel = async (name, body, options = {}) => {
  if (only !== undefined && !name.includes(only)) {
    return;
  }
  await check(name, async () => {
    panel = await openPanel(browser, site, options);
    try {
      await body(panel);
    } finally {
      await panel.close();
    }
  });
};

/** Twenty paragraphs, one every other line of the source from line 4 on. */
const article = (change = (text) => text, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>A</title>${head}<style>body { margin: 0 } p { height: 80px; margin: 0 }</style></head><body>` +
  '<header><h1>Site</h1></header><main>' +
  Array.from({ length: 20 }, (_, index) =>
    change(`<p data-line="${4 + 2 * index}">Paragraph ${index}</p>`, index),
  ).join('') +
  '</main></body></html>';

const paragraphs = (inner) => [...inner.querySelectorAll('p')].map((element) => element.textContent);
const scrollTop = (inner) => inner.scrollingElement.scrollTop;
const marked = (inner) =>
  [...inner.querySelectorAll('[data-hugo-scribe-mark]')].map((element) => element.getAttribute('data-line'));

await checkPage();
await checkMapping();
await checkStates();
await checkHostile();
await checkScripts();
await checkAccess();

await browser.close();
await site.stop();
closeWithCounts(counts);

async function show(html, change) {
  await panel.state();
  await panel.show(html, change);
}

async function checkPage() {
  await inPanel('says that it is ready', async () => {
    assert.deepEqual(await panel.sent(), [{ type: 'ready' }]);
  });
  await inPanel('shows a page and what it is', async () => {
    await show(article());
    assert.equal((await panel.inside(paragraphs)).length, 20);
    const bar = await panel.page.locator('#bar').innerText();
    for (const text of ['/blogg/a/', 'sv', 'Draft', 'Hugo 0.147.6 · 85 ms']) {
      assert.ok(bar.includes(text), `${text} in ${bar}`);
    }
    await panel.page.screenshot({ path: join(out, 'preview-panel.png') });
  });
  await inPanel('renders in the mode of the page', async () => {
    await show(article());
    assert.equal(await panel.inside((inner) => inner.compatMode), 'CSS1Compat');
    await panel.show('<html><body><p data-line="1">No doctype</p></body></html>');
    assert.equal(await panel.inside((inner) => inner.compatMode), 'BackCompat');
    assert.deepEqual(await panel.inside(paragraphs), ['No doctype']);
  });
  await inPanel('changes the page in place: the same elements, the same place in it', async () => {
    await show(article());
    await panel.inside((inner) => {
      inner.scrollingElement.scrollTop = 500;
      inner.querySelectorAll('p')[7].kept = true;
    });
    await panel.show(article((text, index) => (index === 7 ? text.replace('7', 'seven') : text)));
    assert.equal(await panel.inside(scrollTop), 500);
    assert.equal(
      await panel.inside((inner) => inner.querySelectorAll('p')[7].textContent),
      'Paragraph seven',
    );
    assert.equal(await panel.inside((inner) => inner.querySelectorAll('p')[7].kept), true);
  });
  await inPanel('does not load a style sheet again that stays', async () => {
    const link = `<link rel="stylesheet" href="${site.origin}/files/site.css">`;
    const asked = () => site.requests.filter((path) => path === '/files/site.css').length;
    await show(article(undefined, link));
    await panel.page.waitForTimeout(300);
    const before = asked();
    assert.ok(before > 0);
    await panel.show(article(undefined, `<meta name="new">${link}`));
    await panel.page.waitForTimeout(300);
    assert.equal(asked(), before);
  });
  await inPanel('takes changed styles over', async () => {
    await show(article());
    await panel.show(article(undefined, '<style>p { color: rgb(1, 2, 3) }</style>'));
    assert.equal(
      await panel.inside((inner) => inner.defaultView.getComputedStyle(inner.querySelector('p')).color),
      'rgb(1, 2, 3)',
    );
  });
  await inPanel('leaves a block open that the reader has opened', async () => {
    const folded = (text) =>
      `<!DOCTYPE html><details><summary>More</summary><p data-line="3">${text}</p></details>`;
    await show(folded('One'));
    await panel.inside((inner) => void (inner.querySelector('details').open = true));
    await panel.show(folded('Two'));
    assert.deepEqual(await panel.inside(paragraphs), ['Two']);
    assert.equal(await panel.inside((inner) => inner.querySelector('details').open), true);
  });
  await inPanel('shows another page from its top', async () => {
    await show(article());
    await panel.inside((inner) => void (inner.scrollingElement.scrollTop = 500));
    await panel.state({}, { uri: 'file:///site/content/b.md' });
    await panel.show(article(), { uri: 'file:///site/content/b.md' });
    assert.equal(await panel.inside(scrollTop), 0);
  });
  await inPanel('is at the same place again after the window was loaded anew', async () => {
    await show(article());
    await panel.page.mouse.move(400, 400);
    await panel.page.waitForTimeout(300);
    await panel.page.mouse.wheel(0, 400);
    await panel.page.waitForFunction(
      () => JSON.parse(window.sessionStorage.getItem('state') ?? '{}').top > 300,
    );
    await panel.reload();
    await show(article());
    assert.equal(await panel.inside(scrollTop), 400);
  });
  await inPanel('shows a page as wide as a telephone, and a wide one smaller', async () => {
    const width = () => panel.inside((inner) => inner.documentElement.clientWidth);
    await show(article());
    assert.ok((await width()) > 700);
    await panel.state({ width: 'phone' });
    assert.ok(Math.abs((await width()) - 390) < 20);
    await panel.state({ width: 'desktop' });
    assert.ok(Math.abs((await width()) - 1280) < 20);
    const box = await panel.page.locator('iframe').boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 801, JSON.stringify(box));
  });
}

async function checkMapping() {
  await inPanel('marks the block of the cursor and brings it into view', async () => {
    await show(article());
    await panel.send({ type: 'mark', line: 35 });
    assert.deepEqual(await panel.inside(marked), ['34']);
    const place = await panel.inside((inner) => {
      const { top, bottom } = inner.querySelector('[data-hugo-scribe-mark]').getBoundingClientRect();
      return { top, bottom, height: inner.documentElement.clientHeight };
    });
    assert.ok(place.top >= 0 && place.bottom <= place.height, JSON.stringify(place));
    const shadow = await panel.inside(
      (inner) => inner.defaultView.getComputedStyle(inner.querySelector('[data-hugo-scribe-mark]')).boxShadow,
    );
    assert.match(shadow, /rgb\(0, 120, 212\)/);
  });
  await inPanel('leaves the page where it is when the block is on view', async () => {
    await show(article());
    await panel.send({ type: 'mark', line: 6 });
    assert.deepEqual(await panel.inside(marked), ['6']);
    assert.equal(await panel.inside(scrollTop), 0);
  });
  await inPanel('keeps the mark while the page changes', async () => {
    await show(article());
    await panel.send({ type: 'mark', line: 6 });
    await panel.show(article((text) => text.replace('Paragraph', 'Block')));
    assert.deepEqual(await panel.inside(marked), ['6']);
  });
  await inPanel('opens a folded block that the cursor is in', async () => {
    await show('<!DOCTYPE html><details><summary>More</summary><p data-line="3">Inner</p></details>');
    await panel.send({ type: 'mark', line: 3 });
    assert.equal(await panel.inside((inner) => inner.querySelector('details').open), true);
  });
  await inPanel(
    'shows the mark with a line around it in high contrast',
    async () => {
      await show(article());
      await panel.send({ type: 'mark', line: 6 });
      const outline = await panel.inside(
        (inner) => inner.defaultView.getComputedStyle(inner.querySelector('[data-hugo-scribe-mark]')).outline,
      );
      assert.match(outline, /rgb\(243, 133, 24\) solid 2px/);
    },
    { theme: 'high contrast' },
  );
  await inPanel('puts the cursor where a double click is', async () => {
    await show(article());
    await panel.page
      .frameLocator('iframe')
      .locator('p')
      .nth(2)
      .dblclick({ position: { x: 5, y: 70 } });
    assert.deepEqual(await panel.sent('reveal'), [{ type: 'reveal', line: 9 }]);
    await panel.forget();
    await panel.page
      .frameLocator('iframe')
      .locator('p')
      .nth(2)
      .dblclick({ position: { x: 5, y: 3 } });
    assert.deepEqual(await panel.sent('reveal'), [{ type: 'reveal', line: 8 }]);
  });
  await inPanel('finds the source of what a shortcode made between two blocks', async () => {
    await show(
      article((text, index) => (index === 2 ? '<figure style="height:80px;margin:0">F</figure>' : text)),
    );
    await panel.page.frameLocator('iframe').locator('figure').dblclick();
    const [{ line }] = await panel.sent('reveal');
    assert.ok(line >= 6 && line < 10, String(line));
  });
  await inPanel('says nothing of a double click outside of the text', async () => {
    await show(article());
    await panel.page.frameLocator('iframe').locator('h1').dblclick();
    assert.deepEqual(await panel.sent('reveal'), []);
  });
  await inPanel('scrolls as the editor does, between the blocks too', async () => {
    await show(article());
    const topOf = (line) =>
      panel.inside(
        (inner, at) =>
          inner.querySelector(`[data-line="${at}"]`).getBoundingClientRect().top +
          inner.scrollingElement.scrollTop,
        line,
      );
    await panel.send({ type: 'scroll', line: 10 });
    assert.ok(Math.abs((await panel.inside(scrollTop)) - (await topOf(10))) <= 1);
    await panel.send({ type: 'scroll', line: 11 });
    assert.ok(Math.abs((await panel.inside(scrollTop)) - (await topOf(10)) - 40) <= 1);
    await panel.send({ type: 'scroll', line: 0 });
    assert.equal(await panel.inside(scrollTop), 0);
    await panel.page.waitForTimeout(400);
    assert.deepEqual(await panel.sent('scrolled'), [], 'what the editor did comes back to it');
  });
  await inPanel('tells the editor where the reader has scrolled to', async () => {
    await show(article());
    await panel.page.mouse.move(400, 400);
    await panel.page.waitForTimeout(300);
    const top = await panel.inside(
      (inner) => inner.querySelector('[data-line="10"]').getBoundingClientRect().top,
    );
    await panel.page.mouse.wheel(0, top + 40);
    await panel.page.waitForFunction(() => window.sent.some(({ type }) => type === 'scrolled'));
    await panel.page.waitForTimeout(200);
    const { line } = (await panel.sent('scrolled')).at(-1);
    assert.ok(Math.abs(line - 11) < 0.1, String(line));
  });
  await inPanel('opens the source of a link, asks for other hosts, and goes to anchors itself', async () => {
    const links =
      '<a data-source="file:///site/content/b.md" href="/b/">B</a> <a data-href="https://example.test/" href="https://example.test/">Out</a> <a href="#p%C3%A5">Down</a> <a href="/nowhere/">Nowhere</a>';
    await show(
      article((text, index) =>
        index === 0 ? `<p>${links}</p>` : index === 19 ? text.replace('<p', '<p id="på"') : text,
      ),
    );
    const page = panel.page.frameLocator('iframe');
    for (const name of ['B', 'Out', 'Nowhere', 'Down']) {
      await page.getByText(name, { exact: true }).click();
    }
    assert.deepEqual(
      (await panel.sent()).filter(({ type }) => type.startsWith('open')),
      [
        { type: 'openSource', uri: 'file:///site/content/b.md' },
        { type: 'openExternal', href: 'https://example.test/' },
      ],
    );
    assert.ok((await panel.inside(scrollTop)) > 500);
    assert.equal((await panel.inside(paragraphs)).length, 20);
  });
}

async function checkStates() {
  const problem = {
    severity: 'error',
    message: 'template for shortcode "nosuch" not found',
    uri,
    path: 'content/a.md',
    line: 7,
    character: 3,
  };
  await inPanel(
    'shows an error over the last good page, leads to it, and forgets it when it is mended',
    async () => {
      await show(article());
      await panel.show(article(), { stale: true, problems: [problem] });
      const bar = panel.page.locator('#problems');
      assert.match(await bar.innerText(), /Error template for shortcode "nosuch" not found/);
      assert.equal((await panel.inside(paragraphs)).length, 20);
      assert.ok(
        Number(await panel.page.locator('iframe').evaluate((frame) => getComputedStyle(frame).opacity)) < 1,
      );
      await panel.page.screenshot({ path: join(out, 'preview-error.png') });
      await bar.getByText('content/a.md:8:4').click();
      assert.deepEqual(await panel.sent('openProblem'), [{ type: 'openProblem', index: 0 }]);
      await panel.show(article());
      assert.equal(await bar.innerText(), '');
      assert.equal(
        await panel.page.locator('iframe').evaluate((frame) => getComputedStyle(frame).opacity),
        '1',
      );
    },
  );
  await inPanel('takes what Hugo says for text', async () => {
    await show(article(), {
      problems: [{ severity: 'warning', message: '<img src=x onerror=alert(1)>' }],
      notes: ['<b>n</b>'],
    });
    assert.equal(await panel.page.locator('#problems img, #notes b').count(), 0);
  });
  await inPanel('tells notes in one line that unfolds', async () => {
    await show(article(), { notes: ['Sass was left out.', 'Lists show a part of the site.'] });
    const notes = panel.page.locator('#notes');
    assert.equal(await notes.innerText(), '2 notes');
    await notes.locator('summary').click();
    assert.match(await notes.innerText(), /Sass was left out/);
  });
  await inPanel('tells what is going on', async () => {
    await show(article(), { progress: 'Starting Hugo…' });
    assert.equal(await panel.page.locator('#progress').innerText(), 'Starting Hugo…');
    await panel.show(article());
    assert.equal(await panel.page.locator('#progress').isVisible(), false);
  });
  for (const [empty, text] of [
    ['waiting', /Getting the page/],
    ['notContent', /not content of a Hugo site/],
    ['noServer', /server of Hugo Scribe is not running/],
    ['gone', /has been deleted/],
  ]) {
    await inPanel(`says in plain words why there is no page: ${empty}`, async () => {
      await show(article());
      await panel.state({ empty });
      assert.match(await panel.page.locator('#stage').innerText(), text);
      assert.equal(await panel.page.locator('iframe').isVisible(), false);
      await panel.state();
      assert.equal(await panel.page.locator('iframe').isVisible(), true);
    });
  }
  await inPanel('leads to the trust of the workspace', async () => {
    await panel.state({ trusted: false });
    await panel.show(article(), { engine: 'instant', hugo: '' });
    assert.match(await panel.page.locator('#bar').innerText(), /Instant · 85 ms/);
    await panel.page.locator('#notes summary').click();
    await panel.page.getByText('Manage Workspace Trust').click();
    assert.deepEqual(await panel.sent('run'), [{ type: 'run', command: 'manageTrust' }]);
  });
  await inPanel('drops what nobody knows', async () => {
    await show(article());
    await panel.send({ type: 'page', page: { html: 1 } });
    await panel.send({ type: 'nonsense' });
    assert.equal((await panel.inside(paragraphs)).length, 20);
  });
}

/** Ways to run a script, or to have something fetched; each would show in `evil`, or in what the server is asked for. */
function attacks() {
  const evil = 'parent.evil=1;top.evil=1';
  return [
    `<script>${evil}</script>`,
    `<img src="x" onerror="${evil}">`,
    `<svg onload="${evil}"><script>${evil}</script></svg>`,
    `<body onload="${evil}">`,
    `<details open ontoggle="${evil}">x</details>`,
    `<iframe srcdoc="&lt;script&gt;${evil}&lt;/script&gt;"></iframe>`,
    `<iframe src="javascript:${evil}"></iframe>`,
    `<object data="javascript:${evil}"></object>`,
    `<embed src="${site.other}/other/picture.svg">`,
    `<script src="${site.other}/other/evil.js"></script>`,
    `<script nonce="nonceOfTheTest">${evil}</script>`,
    `<a id="attack" href="javascript:${evil}">x</a>`,
    `<form id="attackForm" action="${site.other}/other/form"><input onfocus="${evil}" autofocus></form>`,
    `<meta http-equiv="refresh" content="0;url=${site.other}/other/refresh">`,
    `<img src="${site.other}/other/picture.svg">`,
    `<link rel="prefetch" href="${site.other}/other/prefetch"><link rel="stylesheet" href="${site.other}/other/a.css">`,
    `<video src="${site.other}/other/a.mp4" onerror="${evil}"></video>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${evil}">`,
    `<template><img src=x onerror="${evil}"></template>`,
    `<base href="${site.other}/other/">`,
    `<style>@import "${site.other}/other/import.css"; p { background: url(${site.other}/other/bg.png) }</style>`,
  ];
}

async function checkHostile() {
  await check('the attacks are real: in a page of no panel they run', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/files/page.html`);
    const before = site.requests.length;
    await page.setContent(
      `<!DOCTYPE html>${attacks()[0]}${attacks()[1]}<img src="${site.other}/other/picture.svg?control">`,
    );
    await page.waitForFunction(() => window.evil === 1);
    assert.ok(site.requests.slice(before).includes('/other/picture.svg'));
    await page.close();
  });
  await check('one frame with neither sandbox nor policy would run them', async () => {
    const page = await browser.newPage();
    await page.setContent('<iframe></iframe>');
    await page.evaluate((html) => {
      document.querySelector('iframe').srcdoc = html;
    }, attacks()[1]);
    await page.waitForFunction(() => window.evil === 1);
    await page.close();
  });
  for (const [index, attack] of attacks().entries()) {
    await inPanel(`nothing runs, nothing is fetched: ${attack.slice(0, 50)}`, async () => {
      const asked = () => site.requests.filter((path) => path.startsWith('/other/')).length;
      const before = asked();
      await show(
        `<!DOCTYPE html><html><head>${index % 2 === 0 ? attack : ''}</head><body>${attack}<p data-line="1">x</p></body></html>`,
      );
      await panel.show(`<!DOCTYPE html><p data-line="1">y</p>${attack}`);
      await panel.inside((inner) => {
        inner.getElementById('attack')?.click();
        inner.getElementById('attackForm')?.submit();
      });
      await panel.page.waitForTimeout(100);
      assert.equal(await panel.page.evaluate(() => window.evil), undefined);
      assert.equal(asked(), before);
      assert.equal(await panel.page.locator('iframe').getAttribute('sandbox'), 'allow-same-origin');
    });
  }
  await inPanel('files of the computer are shown', async () => {
    await show(`<!DOCTYPE html><img src="${site.origin}/files/picture.svg"><p data-line="1">x</p>`);
    await panel.page.waitForFunction(
      () => document.querySelector('iframe').contentDocument.querySelector('img').naturalWidth === 40,
    );
  });
}

async function checkScripts() {
  const scripted = (script, more = '') =>
    article((text) => text, '').replace('</body>', `${more}<script>${script}</script></body>`);
  const start = async (html) => {
    await panel.state({ scripts: true }, { scripts: true });
    await panel.show(html);
    await panel.page.waitForTimeout(300);
  };
  const said = () => panel.frame().evaluate(() => document.title);
  await inPanel('runs the scripts of the page when the reader wants it, alone in their frame', async () => {
    await start(
      scripted('document.title = "ran"; try { parent.evil = 1 } catch { document.title += " alone" }'),
    );
    assert.equal(await panel.page.locator('iframe').getAttribute('sandbox'), 'allow-scripts');
    assert.equal(await said(), 'ran alone');
    assert.equal(await panel.page.evaluate(() => window.evil), undefined);
  });
  await inPanel('lets such scripts reach no host and go nowhere', async () => {
    const before = site.requests.filter((path) => path.startsWith('/other/')).length;
    await start(
      scripted(
        `const nonce = document.querySelector('script').nonce;
         const script = document.createElement('script'); script.nonce = nonce; script.src = '${site.other}/other/evil.js'; document.head.append(script);
         fetch('${site.other}/other/fetch').catch(() => undefined);
         new Image().src = '${site.other}/other/picture.svg';
         navigator.sendBeacon?.('${site.other}/other/beacon');
         window.open('${site.other}/other/window');
         setTimeout(() => { location.href = '${site.other}/other/place' }, 100);`,
      ),
    );
    await panel.page.waitForTimeout(300);
    assert.equal(site.requests.filter((path) => path.startsWith('/other/')).length, before);
  });
  await inPanel('does not take such a script for the extension', async () => {
    await start(
      scripted(
        "setTimeout(() => { parent.postMessage({ type: 'mark', line: 1 }, '*'); parent.postMessage({ type: 'run', command: 'manageTrust' }, '*');" +
          "parent.postMessage({ type: 'openSource', uri: 'file:///etc/passwd' }, '*');" +
          "parent.postMessage({ type: 'setScripts', scripts: true }, '*') }, 6000)",
      ),
    );
    // What the test itself does in the page counts as a click of the reader for five seconds.
    await panel.page.waitForTimeout(7000);
    assert.deepEqual(
      (await panel.sent()).filter(({ type }) => type !== 'ready'),
      [],
    );
  });
  await inPanel('marks, scrolls and tells of double clicks there too', async () => {
    await start(scripted(''));
    await panel.send({ type: 'mark', line: 35 });
    await panel.page.waitForTimeout(200);
    assert.deepEqual(await panel.frame().evaluate(`(${marked})(document)`), ['34']);
    assert.ok((await panel.frame().evaluate(`(${scrollTop})(document)`)) > 300);
    await panel.page
      .frameLocator('iframe')
      .locator('[data-line="34"]')
      .dblclick({ position: { x: 5, y: 3 } });
    await panel.page.waitForFunction(() => window.sent.some(({ type }) => type === 'reveal'));
    assert.deepEqual(await panel.sent('reveal'), [{ type: 'reveal', line: 34 }]);
  });
  await inPanel('keeps the place when the page is loaded again', async () => {
    await start(scripted(''));
    await panel.send({ type: 'scroll', line: 20 });
    await panel.page.waitForTimeout(200);
    const before = await panel.frame().evaluate(`(${scrollTop})(document)`);
    assert.ok(before > 300);
    await panel.show(scripted('').replace('Paragraph 3', 'Paragraph three'));
    await panel.page.waitForTimeout(300);
    assert.equal(await panel.frame().evaluate(`(${scrollTop})(document)`), before);
  });
  await inPanel('goes back to a page without scripts', async () => {
    await start(scripted('document.title = "ran"'));
    await panel.state({ scripts: false });
    await panel.show(article());
    await panel.page.waitForTimeout(100);
    assert.deepEqual(
      await panel.page
        .locator('iframe')
        .evaluateAll((frames) => frames.map((frame) => frame.getAttribute('sandbox'))),
      ['allow-same-origin'],
    );
    assert.equal((await panel.inside(paragraphs)).length, 20);
  });
}

async function checkAccess() {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const theme of Object.keys(themes)) {
    await inPanel(
      `axe finds nothing serious in the shell: ${theme}`,
      async () => {
        await panel.state({ width: 'phone', trusted: false });
        await panel.show(article(), {
          stale: true,
          notes: ['Sass was left out.'],
          progress: 'Starting Hugo…',
          problems: [
            { severity: 'error', message: 'It failed', uri, path: 'content/a.md', line: 1, character: 1 },
            { severity: 'warning', message: 'It is old' },
          ],
        });
        await panel.page.evaluate(axe);
        const { violations } = await panel.page.evaluate(() =>
          window.axe.run({ exclude: ['iframe'] }, { iframes: false }),
        );
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        assert.deepEqual(
          serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
          [],
        );
      },
      { theme },
    );
    await inPanel(
      `everything has its place at 200 %: ${theme}`,
      async () => {
        await show(article(), {
          problems: [
            { severity: 'error', message: 'It failed '.repeat(9), uri, path: 'content/a.md', line: 1 },
          ],
        });
        const outside = await panel.page.evaluate(() =>
          [...document.querySelectorAll('button')]
            .filter((button) => button.getBoundingClientRect().right > window.innerWidth)
            .map(({ id }) => id),
        );
        assert.deepEqual(outside, []);
        assert.ok((await panel.page.locator('iframe').boundingBox()).height > 60);
        await panel.page.screenshot({ path: join(out, `preview-${theme.replaceAll(' ', '-')}.png`) });
      },
      { theme, viewport: { width: 400, height: 300 } },
    );
  }
  await inPanel('everything is reached and done by keys', async () => {
    const focused = () =>
      panel.page.evaluate(
        () =>
          document.activeElement?.id ||
          document.activeElement?.textContent ||
          document.activeElement?.localName,
      );
    await show(article(), {
      notes: ['One'],
      problems: [{ severity: 'error', message: 'no', uri, path: 'content/a.md', line: 1, character: 0 }],
    });
    const press = (...keys) =>
      keys.reduce((before, key) => before.then(() => panel.page.keyboard.press(key)), Promise.resolve());
    await press('Tab');
    assert.equal(await focused(), 'copyUrl');
    const outline = await panel.page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, 'solid');
    const visited = [await focused()];
    for (let count = 0; count < 9; count++) {
      await press('ArrowRight');
      visited.push(await focused());
    }
    assert.deepEqual(visited, [
      'copyUrl',
      'chooseEngine',
      'width-fit',
      'width-phone',
      'width-tablet',
      'width-desktop',
      'lock',
      'scripts',
      'remote',
      'refresh',
    ]);
    await press(
      'Home',
      'Enter',
      'ArrowLeft',
      'Enter',
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'Space',
    );
    await press('End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter');
    await press('Tab');
    assert.equal(await focused(), 'content/a.md:2:1');
    await press('Enter', 'Tab');
    assert.equal(await focused(), '1 note');
    await press('Enter', 'Tab');
    assert.equal(await focused(), 'iframe');
    assert.equal(await panel.page.locator('#notes').evaluate(({ open }) => open), true);
    assert.deepEqual((await panel.sent()).slice(1), [
      { type: 'run', command: 'copyUrl' },
      { type: 'run', command: 'refresh' },
      { type: 'setWidth', width: 'phone' },
      { type: 'setLocked', locked: true },
      { type: 'openProblem', index: 0 },
    ]);
  });
  await inPanel('keys pressed in the page reach the editor', async () => {
    await show(article());
    await panel.page.evaluate(() =>
      window.addEventListener(
        'keydown',
        ({ key, keyCode, ctrlKey }) => (window.key = { key, keyCode, ctrlKey }),
      ),
    );
    await panel.page.frameLocator('iframe').locator('p').first().click();
    await panel.page.keyboard.press('Control+k');
    assert.deepEqual(await panel.page.evaluate(() => window.key), { key: 'k', keyCode: 75, ctrlKey: true });
  });
}
