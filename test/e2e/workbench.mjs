// The editor as a writer sees it: a window on the pinned VS Code with the packed extension installed, driven by keys and read by eye.
// All knowledge of the workbench's HTML is in this file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../support/processes.mjs';
import { startBrowser } from '../vscode/browser.mjs';
import { createSandbox } from '../vscode/profile.mjs';
import { installExtension, startServer, workbenchAddress } from '../vscode/server.mjs';

const out = join(root, 'test/out');

/** Installs the VSIX into a clean profile outside the repository, with the writer's `settings`, and opens a copy of the fixture with it. */
export async function openWorkbench({ vsix, fixture, settings = {} }) {
  mkdirSync(out, { recursive: true });
  const sandbox = createSandbox(fixture, join(out, `logs-e2e-${fixture}`));
  sandbox.useSettings(settings);
  const stops = [() => sandbox.dispose()];
  const stop = async () => {
    for (const one of stops) {
      await one();
    }
  };
  try {
    await installExtension({ folder: sandbox.data, vsix });
    const logFile = join(out, `server-e2e-${fixture}.log`);
    const server = await startServer({ folder: sandbox.data, logFile, flags: ['--disable-workspace-trust'] });
    stops.unshift(() => server.stop());
    const browser = await startBrowser();
    stops.unshift(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(15_000);
    const address = workbenchAddress(server, sandbox.workspace);
    await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
    await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 120_000 });
    return { ...createDriver(page, sandbox), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Asks again until `ask` no longer throws; after `limit` ms its last error is the result. */
export async function eventually(ask, limit = 15_000) {
  const end = performance.now() + limit;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > end) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function createDriver(page, { folder, workspace, useSettings }) {
  const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
  const squiggles = page.locator('.squiggly-error, .squiggly-warning');
  const pathOf = (file) => join(workspace, file);

  /** Opens a file at a line and a column, and resolves once the keys go there. */
  const goTo = async (file, line, column) => {
    const name = basename(file);
    const seen = (selector, hasText) =>
      page.locator(selector, { hasText }).first().waitFor({ timeout: 5000 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').fill(`${file}:${line}:${column}`, { timeout: 5000 });
    await seen('.quick-input-list .monaco-list-row.focused', name);
    await page.keyboard.press('Enter');
    await seen('.tab.active', name);
    await seen('.statusbar-item', `Ln ${line}, Col ${column}`);
    await seen('.editor-instance .monaco-editor.focused');
  };

  const untilShown = () => page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 120_000 });

  const driver = {
    page,
    folder,
    squiggles,
    read: (file) => readFileSync(pathOf(file), 'utf8'),

    /** Takes over settings of the user, and starts the window anew with them. */
    async restartWith(settings) {
      useSettings(settings);
      await page.reload({ waitUntil: 'commit', timeout: 120_000 });
      await untilShown();
    },

    /** Loads the window again as a writer does, with all that it keeps. */
    async reload() {
      const loaded = page.waitForEvent('domcontentloaded', { timeout: 120_000 });
      await driver.run('Developer: Reload Window');
      await loaded;
      await untilShown();
    },

    /** Runs a command of the palette, which is opened anew: an open one does not hear of commands that come later. */
    async run(title) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill(`>${title}`, { timeout: 5000 });
      const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
      await row.waitFor({ timeout: 5000 });
      await page.keyboard.press('Enter');
    },

    /** What the status bar says of the cursor: `Ln 5, Col 1`. */
    position: () => page.locator('.statusbar-item', { hasText: /Ln \d/ }).innerText({ timeout: 1000 }),

    focusEditor: () => driver.run('View: Focus First Editor Group'),

    /** Opens a page with a mistake and waits for its mark: from then on the server has the site and answers. */
    async untilAnswering() {
      await driver.open(
        'content/mistake.md',
        '---\ntitle: One\n---\n\n{{< ingres >}}█\nA text.\n{{< /ingres >}}\n',
      );
      await squiggles.first().waitFor({ timeout: 60_000 });
    },

    /** Writes a file, opens it and puts the cursor where the text has a `█`. */
    async open(file, marked = `█${driver.read(file)}`) {
      const before = marked.slice(0, Math.max(marked.indexOf('█'), 0)).split('\n');
      mkdirSync(dirname(pathOf(file)), { recursive: true });
      writeFileSync(pathOf(file), marked.replace('█', ''));
      // A window that has just started may neither take keys nor know a new file yet.
      await eventually(() => goTo(file, before.length, before.at(-1).length + 1), 60_000);
    },

    /** Types as a person does: one key after the other, with time for the editor to answer. */
    type: (keys) => page.keyboard.type(keys, { delay: 60 }),

    /** Pastes as a person does: what providers of the editor offer for it is then in its menu. */
    async paste(text) {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate((copied) => globalThis.navigator.clipboard.writeText(copied), text);
      await page.keyboard.press('Control+V');
      await page.locator('.post-edit-widget').waitFor();
    },

    /** The labels in the list of suggestions, empty when none is shown. */
    suggested: () => suggestions.locator('.label-name').allInnerTexts(),

    /** Waits for the list to show the label, goes to it by the arrow keys and takes it. */
    async accept(label) {
      const row = suggestions
        .filter({ has: page.locator('.label-name', { hasText: new RegExp(`^${escape(label)}$`) }) })
        .first();
      await eventually(async () => {
        if (!(await row.isVisible())) {
          throw new Error(
            `"${label}" is not suggested, but: ${(await driver.suggested()).join(', ') || 'nothing'}`,
          );
        }
      });
      for (
        let left = 30;
        left > 0 && !/\bfocused\b/.test(await row.getAttribute('class', { timeout: 2000 }));
        left--
      ) {
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await page
        .locator('.suggest-widget.visible')
        .waitFor({ state: 'hidden' })
        .catch(() => undefined);
    },

    /** What the status bar says of the page's publication. */
    publication: () =>
      page
        .locator('.statusbar-item[id$="hugoScribe.publication"]')
        .innerText({ timeout: 1000 })
        .then((text) => text.trim()),

    /** The texts above the front matter, in order. */
    lenses: () => page.locator('.codelens-decoration a').allInnerTexts(),

    /** The entries of a list to choose from, each without what stands below or beside it. */
    listed: async () =>
      (await page.locator('.quick-input-list-row:first-child .label-name').allInnerTexts()).map((label) =>
        label.replaceAll('\u00a0', ' ').trim(),
      ),

    /** The text above the first mark of a finding, as it is seen. */
    marked: () => page.evaluate(textAboveMark),

    /** Goes to the next finding of this page and resolves to what is said of it. */
    async problem() {
      await page.keyboard.press('Alt+F8');
      const message = await page.locator('.marker-widget').innerText({ timeout: 5000 });
      await page.keyboard.press('Escape');
      return message.replaceAll('\u00a0', ' ');
    },

    /** Takes a fix by its title from what Ctrl+. offers where the cursor is. */
    async mend(title) {
      await page.keyboard.press('Control+.');
      const row = page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
      await row.waitFor({ timeout: 5000 });
      for (let left = 30; left > 0 && !/\bfocused\b/.test(await row.getAttribute('class')); left--) {
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await row.waitFor({ state: 'hidden' });
    },

    /** Leaves a mark where the cursor is, saves, and resolves to the file's text: at once when it is as expected. */
    async saved(file, expected) {
      await page.keyboard.insertText('█');
      return driver.save(file, expected);
    },

    /** Saves, and resolves to the file's text: at once when it is as expected. */
    async save(file, expected) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+S');
      await eventually(() => {
        if (driver.read(file) !== expected) {
          throw new Error('not yet');
        }
      }, 4000).catch(() => undefined);
      return driver.read(file);
    },

    /** Opens the command palette with a word and resolves to the titles it lists. */
    async palette(word) {
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input').fill(`>${word}`);
      await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      const titles = await page.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
      await page.keyboard.press('Escape');
      return titles;
    },

    picture: (name) => page.screenshot({ path: join(out, `${name}.png`) }),
  };
  return driver;
}

/** Runs in the page: each character counts whose middle is above the mark. */
function textAboveMark() {
  const onlyText = 4;
  const mark = document.querySelector('.squiggly-error, .squiggly-warning, .squiggly-info');
  const box = mark?.getBoundingClientRect();
  const lines = [...document.querySelectorAll('.editor-instance .view-line')];
  const line = lines.find((each) => box && each.getBoundingClientRect().top === box.top);
  const texts = line && document.createTreeWalker(line, onlyText);
  let marked = '';
  while (texts?.nextNode()) {
    const range = document.createRange();
    for (let at = 0; at < texts.currentNode.length; at++) {
      range.setStart(texts.currentNode, at);
      range.setEnd(texts.currentNode, at + 1);
      const { left, right } = range.getBoundingClientRect();
      const middle = (left + right) / 2;
      marked += box.left < middle && middle < box.right ? range.toString() : '';
    }
  }
  return marked.replaceAll('\u00a0', ' ');
}

function escape(text) {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
