// Takes media/preview.png anew, the picture of the preview in the README: the example site, a sentence being written. Needs hugo-scribe.vsix.
import { join } from 'node:path';
import { root } from '../support/processes.mjs';
import { findPanel } from './previewPanel.mjs';
import { eventually, openWorkbench } from './workbench.mjs';

const post = 'content/blogg/2025/ny-turbin.md';
const vsix = process.env['SCRIBE_VSIX'] ?? join(root, 'hugo-scribe.vsix');
const window = await openWorkbench({ vsix, fixture: 'site' });
const { page } = window;
try {
  await page.setViewportSize({ width: 1240, height: 700 });
  await window.restartWith({
    'breadcrumbs.enabled': false,
    'editor.minimap.enabled': false,
    'editor.renderLineHighlight': 'none',
    'workbench.activityBar.location': 'hidden',
  });
  await window.open(post);
  await window.run('View: Close Primary Side Bar');
  await eventually(() => window.run('Hugo Scribe: Open Preview to the Side'), 60_000);
  const panel = findPanel(page);
  await panel.shows('/blogg/2025/ny-turbin/', 60_000);
  await window.open(post, window.read(post).replace('en häst.', 'en häst█.'));
  await window.type(', en liten');
  await panel.says('en liten');
  await page.waitForTimeout(1000); // Until nothing blinks or fades any more.
  await page.screenshot({ path: join(root, 'media/preview.png') });
} finally {
  await window.stop();
}
