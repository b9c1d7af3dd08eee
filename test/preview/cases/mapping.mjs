// Both ways between the text and the page.
import assert from 'node:assert/strict';
import { article, marked, paragraphs, scrollTop } from '../article.mjs';

export async function checkMapping({ inPanel }) {
  await inPanel('marks the block of the cursor and brings it into view', async (panel) => {
    await panel.open(article());
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
  await inPanel('begins at the block of the cursor', async (panel) => {
    await panel.state();
    await panel.send({ type: 'mark', line: 35 });
    await panel.show(article());
    assert.deepEqual(await panel.inside(marked), ['34']);
    assert.ok((await panel.inside(scrollTop)) > 500);
  });
  await inPanel('has the block of the cursor on view when another engine takes over', async (panel) => {
    await panel.open('<!DOCTYPE html><p data-line="34">The text alone</p>', { engine: 'instant' });
    await panel.send({ type: 'mark', line: 35 });
    await panel.show(article());
    assert.ok((await panel.inside(scrollTop)) > 500);
  });
  await inPanel('leaves the page where it is when the block is on view', async (panel) => {
    await panel.open(article());
    await panel.send({ type: 'mark', line: 6 });
    assert.deepEqual(await panel.inside(marked), ['6']);
    assert.equal(await panel.inside(scrollTop), 0);
  });
  await inPanel('keeps the mark while the page changes', async (panel) => {
    await panel.open(article());
    await panel.send({ type: 'mark', line: 6 });
    await panel.show(article((text) => text.replace('Paragraph', 'Block')));
    assert.deepEqual(await panel.inside(marked), ['6']);
  });
  await inPanel('opens a folded block that the cursor is in', async (panel) => {
    await panel.open('<!DOCTYPE html><details><summary>More</summary><p data-line="3">Inner</p></details>');
    await panel.send({ type: 'mark', line: 3 });
    assert.equal(await panel.inside((inner) => inner.querySelector('details').open), true);
  });
  await inPanel(
    'shows the mark with a line around it in high contrast',
    async (panel) => {
      await panel.open(article());
      await panel.send({ type: 'mark', line: 6 });
      const outline = await panel.inside(
        (inner) => inner.defaultView.getComputedStyle(inner.querySelector('[data-hugo-scribe-mark]')).outline,
      );
      assert.match(outline, /rgb\(243, 133, 24\) solid 2px/);
    },
    { theme: 'high contrast' },
  );
  await inPanel('puts the cursor where a double click is', async (panel) => {
    await panel.open(article());
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
  await inPanel(
    'says between which blocks the source of a double click is that is on none',
    async (panel) => {
      await panel.open(
        article((text, index) => (index === 2 ? '<figure style="height:80px;margin:0">F</figure>' : text)),
      );
      await panel.page.frameLocator('iframe').locator('figure').dblclick();
      assert.deepEqual(await panel.sent('reveal'), []);
      assert.deepEqual(await panel.sent('find'), [
        { type: 'find', text: 'F', from: 6, to: 10, inside: true },
      ]);
    },
  );
  await inPanel('says what a double click before the text is on', async (panel) => {
    await panel.open(article());
    await panel.page.frameLocator('iframe').locator('h1').dblclick();
    const [found] = await panel.sent('find');
    assert.deepEqual([found.from, found.inside], [0, false]);
    assert.notEqual(found.text, '');
  });
  await inPanel('scrolls as the editor does, between the blocks too', async (panel) => {
    await panel.open(article());
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
  await inPanel('tells the editor where the reader has scrolled to', async (panel) => {
    await panel.open(article());
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
  await inPanel(
    'opens the source of a link, asks for other hosts, and goes to anchors itself',
    async (panel) => {
      const links =
        '<a data-source="file:///site/content/b.md" href="/b/">B</a> <a data-href="https://example.test/" href="https://example.test/">Out</a> <a data-href="#p%C3%A5" href="about:srcdoc#">Down</a> <a href="/nowhere/">Nowhere</a>';
      await panel.open(
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
    },
  );
}
