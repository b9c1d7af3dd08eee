// The browser that shows the editor: Debian's Chromium, or the one that SCRIBE_CHROMIUM names. None is ever downloaded.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const quiet = ['--disable-background-networking', '--disable-component-update'];

export const howToInstallChromium =
  'install it with "apt-get install chromium", or name one in SCRIBE_CHROMIUM';

/** The path of a Chromium on this machine, or undefined. */
export function findChromium() {
  const named = process.env['SCRIBE_CHROMIUM'];
  return named ? (existsSync(named) ? named : undefined) : usual.find((path) => existsSync(path));
}

export function startBrowser() {
  // Resolved at run time: Playwright is installed beside the editor, not with the repository's own packages.
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  return chromium.launch({ executablePath: findChromium(), args: [...flags, ...quiet] });
}
