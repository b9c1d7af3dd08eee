// From a key stroke to the page on the screen, in a real browser: the panel as it ships, fed with what the real server sends.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PreviewPage } from '../../server/src/protocol.ts';
import { limited, percentile, show, showPercentiles, told, type Row } from './measure.ts';
import { edited, newWords } from './edit.ts';

/** What of test/preview/panel.mjs is used here. */
interface Panel {
  readonly page: { evaluate<Result>(body: string): Promise<Result> };
  state(): Promise<void>;
  close(): Promise<void>;
}
interface PanelModule {
  startSite(): Promise<{ stop(): Promise<void> }>;
  openPanel(browser: unknown, site: unknown): Promise<Panel>;
}
interface BrowserModule {
  findChromium(): string | undefined;
  startBrowser(): Promise<{ close(): Promise<void> }>;
}

const strokes = 40;
const warmUp = 10;

/** 350 ms beside the 100 ms that Hugo alone takes for safespring. */
const mostAtP95 = 3.5;

/** `type` gives the page of a new text, `alone` the time in ms that Hugo alone takes for it. */
export async function pixelRows(
  name: string,
  type: (text: string) => Promise<PreviewPage>,
  alone: (text: string) => Promise<number>,
  text: string,
): Promise<Row[]> {
  const browsers = await load<BrowserModule>('test/vscode/browser.mjs');
  if (browsers.findChromium() === undefined || !existsSync(resolve('dist/client/preview.js'))) {
    return [told(`${name}: key stroke to pixels`, 'skipped: no Chromium')];
  }
  const panels = await load<PanelModule>('test/preview/panel.mjs');
  const site = await panels.startSite();
  const browser = await browsers.startBrowser();
  const panel = await panels.openPanel(browser, site);
  await panel.state();
  const times: number[] = [];
  const inPanel: number[] = [];
  const calibration: number[] = [];
  for (let stroke = 0; stroke < strokes + warmUp; stroke++) {
    const newest = edited(text, 10_000 + stroke);
    calibration.push(await alone(newest));
    const began = performance.now();
    const page = await type(newest);
    const sent = performance.now();
    await panel.page.evaluate(
      toShow({ ...page, uri: 'file:///site/content/a.md' }, newWords(10_000 + stroke)),
    );
    times.push(performance.now() - began);
    inPanel.push(performance.now() - sent);
  }
  await panel.close();
  await browser.close();
  await site.stop();
  const warm = times.slice(warmUp);
  const p95 = percentile(warm, 0.95);
  return [
    told(`${name}: key stroke to pixels`, showPercentiles(warm)),
    told(`${name}: of these in the panel`, showPercentiles(inPanel.slice(warmUp))),
    told(`${name}: key stroke to pixels, p95 (350 ms on a calm machine)`, `${show(p95)} ms`),
    limited(
      `${name}: its ratio to the calibration`,
      p95 / percentile(calibration.slice(warmUp), 0.95),
      mostAtP95,
      '×',
    ),
  ];
}

/** Gives the panel a page and waits for the frame in which its text is painted. */
function toShow(page: PreviewPage, words: string): string {
  return `new Promise((done) => {
    window.postMessage(${JSON.stringify({ type: 'page', page })}, window.origin);
    const look = () =>
      document.querySelector('iframe')?.contentDocument?.body?.textContent.includes(${JSON.stringify(words)})
        ? requestAnimationFrame(() => done())
        : setTimeout(look, 1);
    look();
  })`;
}

function load<Module>(path: string): Promise<Module> {
  return import(pathToFileURL(resolve(path)).href) as Promise<Module>;
}
