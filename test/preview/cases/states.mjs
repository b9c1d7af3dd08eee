// What the panel says beside the page: problems, notes, progress, and why there is no page.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { article, paragraphs } from '../article.mjs';
import { uri } from '../panel.mjs';

export async function checkStates({ inPanel, out }) {
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
    async (panel) => {
      await panel.open(article());
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
  await inPanel('takes what Hugo says for text', async (panel) => {
    await panel.open(article(), {
      problems: [{ severity: 'warning', message: '<img src=x onerror=alert(1)>' }],
      notes: ['<b>n</b>'],
    });
    assert.equal(await panel.page.locator('#problems img, #notes b').count(), 0);
  });
  await inPanel('tells notes in one line that unfolds', async (panel) => {
    await panel.open(article(), { notes: ['Sass was left out.', 'Lists show a part of the site.'] });
    const notes = panel.page.locator('#notes');
    assert.equal(await notes.innerText(), '2 notes');
    await notes.locator('summary').click();
    assert.match(await notes.innerText(), /Sass was left out/);
  });
  await inPanel('tells what is going on', async (panel) => {
    await panel.open(article(), { progress: 'Starting Hugo…' });
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
    await inPanel(`says in plain words why there is no page: ${empty}`, async (panel) => {
      await panel.open(article());
      await panel.state({ empty });
      assert.match(await panel.page.locator('#stage').innerText(), text);
      assert.equal(await panel.page.locator('iframe').isVisible(), false);
      await panel.state();
      assert.equal(await panel.page.locator('iframe').isVisible(), true);
    });
  }
  await inPanel('leads to the trust of the workspace', async (panel) => {
    await panel.state({ trusted: false });
    await panel.show(article(), { engine: 'instant', hugo: '' });
    assert.match(await panel.page.locator('#bar').innerText(), /Instant · 85 ms/);
    await panel.page.locator('#notes summary').click();
    await panel.page.getByText('Manage Workspace Trust').click();
    assert.deepEqual(await panel.sent('run'), [{ type: 'run', command: 'manageTrust' }]);
  });
  await inPanel('drops what nobody knows', async (panel) => {
    await panel.open(article());
    await panel.send({ type: 'page', page: { html: 1 } });
    await panel.send({ type: 'nonsense' });
    assert.equal((await panel.inside(paragraphs)).length, 20);
  });
}
