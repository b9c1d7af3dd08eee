// The gallery of shortcodes without an editor around it, as `panel.mjs` has it for the preview. Needs dist/client (npm run build).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/processes.mjs';
import { themes } from './panel.mjs';

export const card = (name, change = {}) => ({
  name,
  group: 'site',
  isDeprecated: false,
  use: 'used once',
  source: `layouts/shortcodes/${name}.html`,
  sourceUri: `file:///site/layouts/shortcodes/${name}.html`,
  documentation: [],
  arguments: [],
  notes: ['Takes no inner content: it must not be closed.'],
  ...change,
});

export const example = (name, text, change = {}) => ({
  name,
  text,
  uri: 'file:///site/content/a.md',
  title: 'A page',
  line: 3,
  ...change,
});

/** Opens the gallery of `site` (of `startSite`) in a browser. */
export async function openGallery(browser, site, { theme = 'dark', viewport } = {}) {
  const shell = await loadShell();
  const context = await browser.newContext({ viewport: viewport ?? { width: 900, height: 640 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(playEditor);
  await page.goto(`${site.origin}/empty.html?id=1`);
  const { className, variables } = themes[theme];
  const style = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value};`);
  const html = shell
    .toGalleryHtml({
      nonce: 'nonceOfTheTest',
      cspSource: `${site.origin}/files/`,
      script: `${site.origin}/gallery.js`,
      style: `${site.origin}/files/gallery.css`,
      language: 'en',
      labels: shell.labels,
    })
    .replace('<html', `<html style="${style.join(' ')}"`)
    .replace('<body', `<body class="${className}"`);
  await page.evaluate((text) => {
    document.open();
    document.write(text);
    document.close();
  }, html);
  await page.waitForFunction(() => window.sent.length > 0);
  const gallery = {
    page,
    send: (message) => page.evaluate((value) => window.postMessage(value, window.origin), message),
    sent: (type) => page.evaluate((kind) => window.sent.filter((message) => message.type === kind), type),
    async show(cards, examples = [], change = {}) {
      await gallery.send({
        type: 'cards',
        section: 'blogg',
        cards,
        hasThumbnails: true,
        isReading: false,
        ...change,
      });
      await gallery.send({ type: 'examples', examples });
      await page.waitForTimeout(100);
    },
    names: () => page.locator('.card .name').allInnerTexts(),
    focused: () =>
      page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent?.slice(0, 40)),
    press: async (...keys) => {
      for (const key of keys) {
        await page.keyboard.press(key);
      }
    },
    close: () => context.close(),
  };
  return gallery;
}

function playEditor() {
  if (window === window.top) {
    window.sent = [];
    window.acquireVsCodeApi = () => ({ postMessage: (message) => window.sent.push(message) });
  }
}

/** The labels are read from the source, for the module that holds them needs an editor to be loaded. */
async function loadShell() {
  const source = readFileSync(join(root, 'client/src/gallery/labels.ts'), 'utf8');
  const labels = Object.fromEntries(
    Array.from(source.matchAll(/^ {4}(\w+): translate\(\s*'([^']*)'/gm), ([, name, text]) => [name, text]),
  );
  const result = await build({
    stdin: { contents: "export * from './client/src/gallery/html.ts';", resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const code = Buffer.from(result.outputFiles[0].contents).toString('base64');
  return { labels, ...(await import(`data:text/javascript;base64,${code}`)) };
}
