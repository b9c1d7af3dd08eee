// The panel without an editor around it: its own shell, script and style, as they ship, in a real browser; the editor's part of the talk is
// played by the test. Needs dist/client (npm run build).
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/processes.mjs';

const dist = join(root, 'dist/client');
const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html' };
const nonce = 'nonceOfTheTest';

export const uri = 'file:///site/content/a.md';
const savedState = { uri, locked: false, width: 'fit', scripts: false };
const panelState = {
  width: 'fit',
  locked: false,
  scripts: false,
  remote: false,
  trusted: true,
  empty: 'none',
};
const firstPage = {
  uri,
  version: 1,
  engine: 'embedded',
  hugo: '0.147.6',
  milliseconds: 85,
  html: '',
  stale: false,
  url: '/blogg/a/',
  permalink: 'https://example.test/blogg/a/',
  language: 'sv',
  publish: 'draft',
  problems: [],
  notes: [],
  progress: '',
};

/** Serves the shell and whatever `files` (path to text) hold, and notes what is asked for. */
export async function startSite(files = {}) {
  const { toShellHtml, labels } = await loadShell();
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push(pathname);
    const extension = /\.\w+$/.exec(pathname)?.[0] ?? '.html';
    response.setHeader('Content-Type', types[extension] ?? 'text/plain');
    response.setHeader('Access-Control-Allow-Origin', '*');
    const text = read(pathname);
    response.statusCode = text === undefined ? 404 : 200;
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const read = (pathname) => {
    if (pathname === '/empty.html') {
      return '<!DOCTYPE html><html lang="en"><head><title>Empty</title></head><body></body></html>';
    }
    const name = pathname.replace(/^\/(files\/)?/, '');
    return ['preview.js', 'preview.css', 'gallery.js', 'gallery.css'].includes(name)
      ? readFileSync(join(dist, name))
      : files[pathname];
  };
  const toShell = (remote) =>
    toShellHtml({
      nonce,
      cspSource: `${origin}/files/`,
      script: `${origin}/preview.js`,
      style: `${origin}/files/preview.css`,
      pageScript: readFileSync(join(dist, 'previewPage.js'), 'utf8'),
      remote,
      language: 'en',
      labels,
    });
  const other = origin.replace('127.0.0.1', 'localhost');
  return { origin, other, requests, toShell, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** Opens the panel in a browser. `theme` is one of `themes`; `scale` the zoom. */
export async function openPanel(browser, site, { theme = 'dark', viewport, remote = false } = {}) {
  const context = await browser.newContext({ viewport: viewport ?? { width: 800, height: 600 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.addInitScript(playEditor);
  await writeShell(page, site, theme, remote);
  const panel = {
    page,
    send: (message) => page.evaluate((value) => window.postMessage(value, window.origin), message),
    sent: (type) =>
      page.evaluate(
        (kind) => window.sent.filter((message) => kind === undefined || message.type === kind),
        type,
      ),
    forget: () => page.evaluate(() => void (window.sent.length = 0)),
    state: (change = {}, saved = {}) =>
      panel.send({ type: 'state', state: { ...panelState, ...change }, saved: { ...savedState, ...saved } }),
    async show(html, change = {}) {
      await panel.send({ type: 'page', page: { ...firstPage, html, ...change } });
      await page.waitForFunction(() => document.querySelector('iframe') !== null);
      await page.waitForTimeout(50);
    },
    /** Shows a page and waits for two frames, for those who show hundreds. */
    async showNext(html) {
      await panel.send({ type: 'page', page: { ...firstPage, html } });
      await page.evaluate(
        () => new Promise((done) => window.requestAnimationFrame(() => window.requestAnimationFrame(done))),
      );
    },
    /** Calls a function with the document of a page whose scripts are off. */
    inside: (body, argument) =>
      page.evaluate(
        `(${body})(document.querySelector('iframe').contentDocument, ${JSON.stringify(argument) ?? 'undefined'})`,
      ),
    /** The first page of a panel. */
    async open(html, change) {
      await panel.state();
      await panel.show(html, change);
    },
    async reload() {
      await writeShell(page, site, theme, remote);
    },
    frame: () => page.frames().find((frame) => frame !== page.mainFrame()),
    close: () => context.close(),
  };
  return panel;
}

/** As the editor does it: into an empty document. */
async function writeShell(page, site, theme, remote) {
  await page.goto(`${site.origin}/empty.html?id=1`);
  const { className, variables } = themes[theme];
  const style = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value};`);
  const html = site
    .toShell(remote)
    .replace('<html', `<html style="${style.join(' ')}"`)
    .replace('<body', `<body class="${className}"`);
  await page.evaluate((text) => {
    document.open();
    document.write(text);
    document.close();
  }, html);
  await page.waitForFunction(() => window.sent.length > 0);
}

export const themes = {
  dark: {
    className: 'vscode-dark',
    variables: {
      foreground: '#cccccc',
      'editor-background': '#1f1f1f',
      'font-size': '13px',
      'font-family': 'sans-serif',
      focusBorder: '#0078d4',
      'badge-foreground': '#f8f8f8',
      'badge-background': '#616161',
      'editorError-foreground': '#f85149',
      'inputValidation-errorBackground': '#5a1d1d',
      'inputOption-activeBackground': '#2489db82',
      'inputOption-activeForeground': '#ffffff',
    },
  },
  'high contrast': {
    className: 'vscode-high-contrast',
    variables: {
      foreground: '#ffffff',
      'editor-background': '#000000',
      'font-size': '13px',
      'font-family': 'sans-serif',
      focusBorder: '#f38518',
      contrastBorder: '#6fc3df',
      contrastActiveBorder: '#f38518',
      'badge-foreground': '#ffffff',
      'badge-background': '#000000',
      'inputOption-activeForeground': '#ffffff',
    },
  },
  'high contrast light': {
    className: 'vscode-high-contrast-light vscode-high-contrast',
    variables: {
      foreground: '#292929',
      'editor-background': '#ffffff',
      'font-size': '13px',
      'font-family': 'sans-serif',
      focusBorder: '#006bbd',
      contrastBorder: '#0f4a85',
      contrastActiveBorder: '#006bbd',
      'badge-foreground': '#ffffff',
      'badge-background': '#0f4a85',
      'inputOption-activeForeground': '#292929',
    },
  },
};

function playEditor() {
  if (window !== window.top) {
    return;
  }
  window.sent = [];
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.sent.push(message),
    getState: () => JSON.parse(window.sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => window.sessionStorage.setItem('state', JSON.stringify(state)),
  });
}

async function loadShell() {
  const result = await build({
    stdin: {
      contents:
        "export { toShellHtml } from './client/src/preview/html.ts'; export { labels } from './test/preview/labels.ts';",
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(result.outputFiles[0].contents).toString('base64')}`
  );
}
