// A writer and the preview: one walk through a post of the example site, each step a check that goes on where the one before ended.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { findPanel } from './previewPanel.mjs';
import { eventually } from './workbench.mjs';

const post = 'content/blogg/2024/varmen-fran-kvarnen.md';
const postUrl = '/blogg/2024/varmen-fran-kvarnen/';

export async function checkPreview(window, check) {
  const panel = findPanel(window.page);
  const text = window.read(post);
  const lineOf = (words) => text.slice(0, text.indexOf(words)).split('\n').length;
  const after = (words) => text.replace(words, `${words}█`);
  const cursorIsAt = (line) =>
    eventually(async () => assert.match(await window.position(), new RegExp(`Ln ${line}, Col \\d`)));

  await check('preview: a post with its layout, style sheet and pictures', async () => {
    await window.open(post);
    await eventually(() => window.run('Hugo Scribe: Open Preview to the Side'), 60_000);
    await panel.shows(postUrl, 60_000);
    await eventually(async () => {
      const seen = await (await panel.page()).evaluate(look);
      assert.deepEqual(seen, { title: 'Så värmer servrarna våra tomater', width: '736px', pictures: true });
    });
    await window.picture('preview');
  });
  await check('preview: text as it is typed, and the block of the cursor', async () => {
    await window.open(post, after('golv.'));
    await window.type(' Mycket varm luft.');
    await panel.says('golv. Mycket varm luft.');
    const block = (await panel.page()).locator('[data-hugo-scribe-mark]');
    await eventually(async () => assert.match(await block.innerText({ timeout: 1000 }), /Mycket varm luft/));
  });
  await check('preview: a mistake, the way to it, and that it is mended', async () => {
    await window.page.keyboard.insertText(' {{< nosuch >}}');
    const bar = (await panel.shell()).locator('#problems');
    await eventually(async () =>
      assert.match(await bar.innerText({ timeout: 1000 }), /nosuch[^]*shown as it was/),
    );
    await window.page.keyboard.press('Control+Home');
    await cursorIsAt(1);
    await bar.locator('button').click({ timeout: 3000 });
    await cursorIsAt(lineOf('Ett isolerat'));
    await window.picture('preview-problem');
    await eventually(async () => {
      await window.page.keyboard.press('Control+Z');
      await panel.shows(postUrl, 1000);
    });
  });
  for (const [what, selector, words] of [
    ['a paragraph', 'p', 'Ett isolerat'],
    ['the inner content of a shortcode', '.custom-card p', 'Vi visar gärna'],
    ['an argument of a shortcode', '.custom-card h3', 'Kom och smaka'],
    ['the title', 'h1', 'Så värmer'],
  ]) {
    await check(`preview: a double click on ${what} puts the cursor there`, async () => {
      await panel.doubleClick(selector, words);
      await cursorIsAt(lineOf(words));
    });
  }
  await check('preview: a link to a page of the site opens its source and its preview', async () => {
    await (await panel.page()).locator('a', { hasText: 'Besök växthuset' }).click({ timeout: 5000 });
    await panel.shows('/kontakt/');
    await window.page.locator('.tab', { hasText: 'kontakt.md' }).first().waitFor({ timeout: 5000 });
  });
  await check('preview: locked, it stays on its page', async () => {
    await panel.press('lock');
    await eventually(async () => assert.equal(await panel.isPressed('lock'), 'true'));
    await window.focusEditor();
    await window.open('content/en/contact.md');
    assert.equal(await panel.text('url'), '/kontakt/');
  });
  await check('preview: as it was when the window is loaded again', async () => {
    await panel.press('width-phone');
    await eventually(async () => assert.equal(await panel.isPressed('width-phone'), 'true'));
    await window.reload();
    await panel.shows('/kontakt/', 60_000);
    // The editor may make the panel's frame once more while it starts.
    await eventually(async () => {
      assert.equal(await panel.isPressed('lock'), 'true');
      assert.equal(await panel.isPressed('width-phone'), 'true');
      const width = await (await panel.page()).evaluate(() => document.documentElement.offsetWidth);
      assert.ok(width <= 390, `the page is ${width} wide`);
    });
  });
  await check('preview: a minute after it was closed its Hugo is gone', async () => {
    assert.equal(enginesOf(window.folder), 1);
    await window.page.locator('.tab', { hasText: 'Preview' }).first().click({ button: 'middle' });
    await eventually(() => assert.equal(enginesOf(window.folder), 0), 60_000);
  });
}

/** Runs in the page. */
function look() {
  return {
    title: document.querySelector('h1')?.textContent,
    width: getComputedStyle(document.body).maxWidth,
    pictures:
      document.images.length > 0 && [...document.images].every(({ naturalWidth }) => naturalWidth > 0),
  };
}

/** How many processes with a Hugo the extension that is installed in a folder has. */
function enginesOf(folder) {
  const lines = execFileSync('ps', ['-ax', '-ww', '-o', 'args=']).toString().split('\n');
  return lines.filter((line) => line.includes(folder) && line.includes('engineHost')).length;
}
