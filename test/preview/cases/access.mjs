// The panel without a mouse, with large letters, with high contrast, and for those who listen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { article } from '../article.mjs';
import { themes, uri } from '../panel.mjs';

export async function checkAccess({ inPanel, out }) {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const theme of Object.keys(themes)) {
    await inPanel(
      `axe finds nothing serious in the shell: ${theme}`,
      async (panel) => {
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
      async (panel) => {
        await panel.open(article(), {
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
  await inPanel('everything is reached and done by keys', async (panel) => {
    const focused = () =>
      panel.page.evaluate(
        () =>
          document.activeElement?.id ||
          document.activeElement?.textContent ||
          document.activeElement?.localName,
      );
    await panel.open(article(), {
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
  await inPanel('keys pressed in the page reach the editor', async (panel) => {
    await panel.open(article());
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
