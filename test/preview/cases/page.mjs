// The page: how it is shown, and changed while the writer types.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { article, paragraphs, scrollTop } from '../article.mjs';

export async function checkPage({ inPanel, out, site }) {
  await inPanel('says that it is ready', async (panel) => {
    assert.deepEqual(await panel.sent(), [{ type: 'ready' }]);
  });
  await inPanel('shows a page and what it is', async (panel) => {
    await panel.open(article());
    assert.equal((await panel.inside(paragraphs)).length, 20);
    const bar = await panel.page.locator('#bar').innerText();
    for (const text of ['/blogg/a/', 'sv', 'Draft', 'Hugo 0.147.6 · 85 ms']) {
      assert.ok(bar.includes(text), `${text} in ${bar}`);
    }
    await panel.page.screenshot({ path: join(out, 'preview-panel.png') });
  });
  await inPanel('renders in the mode of the page', async (panel) => {
    await panel.open(article());
    assert.equal(await panel.inside((inner) => inner.compatMode), 'CSS1Compat');
    await panel.show('<html><body><p data-line="1">No doctype</p></body></html>');
    assert.equal(await panel.inside((inner) => inner.compatMode), 'BackCompat');
    assert.deepEqual(await panel.inside(paragraphs), ['No doctype']);
  });
  await inPanel('changes the page in place: the same elements, the same place in it', async (panel) => {
    await panel.open(article());
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
  await inPanel('does not load a style sheet again that stays', async (panel) => {
    const link = `<link rel="stylesheet" href="${site.origin}/files/site.css">`;
    const asked = () => site.requests.filter((path) => path === '/files/site.css').length;
    await panel.open(article(undefined, link));
    await panel.page.waitForTimeout(300);
    const before = asked();
    assert.ok(before > 0);
    await panel.show(article(undefined, `<meta name="new">${link}`));
    await panel.page.waitForTimeout(300);
    assert.equal(asked(), before);
  });
  await inPanel('keeps a style sheet that the server sends once', async (panel) => {
    const color = () => panel.inside((inner) => getComputedStyle(inner.querySelector('p')).color);
    const page = (hash, words) => article((text) => text + words, `<style data-sheet="${hash}"></style>`);
    const css = 'p { color: rgb(1, 2, 3) }';
    await panel.state();
    await panel.show(page('a', ''), { sheets: [{ hash: 'a', css }] });
    assert.equal(await color(), 'rgb(1, 2, 3)');
    await panel.show(page('a', ' more'), { sheets: [{ hash: 'a' }] });
    assert.equal(await color(), 'rgb(1, 2, 3)');
    await panel.show(page('b', ''), { sheets: [{ hash: 'b', css: css.replace('3', '4') }] });
    assert.equal(await color(), 'rgb(1, 2, 4)');
    await panel.show(page('b', ''), { sheets: [{ hash: 'b', css }] });
    assert.equal(await color(), 'rgb(1, 2, 3)');
  });
  await inPanel('takes changed styles over', async (panel) => {
    await panel.open(article());
    await panel.show(article(undefined, '<style>p { color: rgb(1, 2, 3) }</style>'));
    assert.equal(
      await panel.inside((inner) => inner.defaultView.getComputedStyle(inner.querySelector('p')).color),
      'rgb(1, 2, 3)',
    );
  });
  await inPanel('leaves a block open that the reader has opened', async (panel) => {
    const folded = (text) =>
      `<!DOCTYPE html><details><summary>More</summary><p data-line="3">${text}</p></details>`;
    await panel.open(folded('One'));
    await panel.inside((inner) => void (inner.querySelector('details').open = true));
    await panel.show(folded('Two'));
    assert.deepEqual(await panel.inside(paragraphs), ['Two']);
    assert.equal(await panel.inside((inner) => inner.querySelector('details').open), true);
  });
  await inPanel('shows another page from its top', async (panel) => {
    await panel.open(article());
    await panel.inside((inner) => void (inner.scrollingElement.scrollTop = 500));
    await panel.state({}, { uri: 'file:///site/content/b.md' });
    await panel.show(article(), { uri: 'file:///site/content/b.md' });
    assert.equal(await panel.inside(scrollTop), 0);
  });
  await inPanel('is at the same place again after the window was loaded anew', async (panel) => {
    await panel.open(article());
    await panel.page.mouse.move(400, 400);
    await panel.page.waitForTimeout(300);
    await panel.page.mouse.wheel(0, 400);
    await panel.page.waitForFunction(
      () => JSON.parse(window.sessionStorage.getItem('state') ?? '{}').top > 300,
    );
    await panel.reload();
    await panel.open(article());
    assert.equal(await panel.inside(scrollTop), 400);
  });
  await inPanel('shows a page as wide as a telephone, and a wide one smaller', async (panel) => {
    const width = () => panel.inside((inner) => inner.documentElement.clientWidth);
    await panel.open(article());
    assert.ok((await width()) > 700);
    await panel.state({ width: 'phone' });
    assert.ok(Math.abs((await width()) - 390) < 20);
    await panel.state({ width: 'desktop' });
    assert.ok(Math.abs((await width()) - 1280) < 20);
    const box = await panel.page.locator('iframe').boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 801, JSON.stringify(box));
  });
}
