// The panels of the preview and of the gallery in a real browser: what the reader sees and does, and what a hostile page cannot do. Closes with a line of counts.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createChecks } from '../support/checks.mjs';
import { closeWithCounts } from '../support/counts.mjs';
import { root } from '../support/processes.mjs';
import { startBrowser } from '../vscode/browser.mjs';
import { checkAccess } from './cases/access.mjs';
import { checkGallery } from './cases/gallery.mjs';
import { checkHostile } from './cases/hostile.mjs';
import { checkMapping } from './cases/mapping.mjs';
import { checkModes } from './cases/modes.mjs';
import { checkPage } from './cases/page.mjs';
import { checkPayloads } from './cases/payloads.mjs';
import { checkScripts } from './cases/scripts.mjs';
import { checkStates } from './cases/states.mjs';
import { openPanel, startSite } from './panel.mjs';

const out = join(root, 'test/out');
mkdirSync(out, { recursive: true });
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="teal"/></svg>';
const site = await startSite({
  '/files/picture.svg': picture,
  '/files/page.html': '<p>A page</p>',
  '/files/site.css': 'p { line-height: 1.5 }',
  '/other/picture.svg': picture,
  '/other/evil.js': 'parent.evil = 1',
});
const browser = await startBrowser();
const { check, counts } = createChecks();
const only = process.env['SCRIBE_ONLY'];

/** One check in a panel of its own. */
const inPanel = async (name, body, options = {}) => {
  if (only !== undefined && !name.includes(only)) {
    return;
  }
  await check(name, async () => {
    const panel = await openPanel(browser, options.site ?? site, options);
    try {
      await body(panel);
    } finally {
      await panel.close();
    }
  });
};

for (const checkAll of [
  checkPage,
  checkMapping,
  checkStates,
  checkHostile,
  checkPayloads,
  checkScripts,
  checkModes,
  checkAccess,
  checkGallery,
]) {
  await checkAll({ browser, check, inPanel, out, site });
}

await browser.close();
await site.stop();
closeWithCounts(counts);
