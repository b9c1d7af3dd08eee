// With and without the scripts of the site a page looks the same.
import assert from 'node:assert/strict';
import { startSite } from '../panel.mjs';
import { loadBundle } from '../bundle.mjs';

/** Of 800 by 600 pixels; the edges of letters and circles are smoothed otherwise in a frame of its own origin. */
const mostOtherPixels = 100;

export async function checkModes({ browser, inPanel }) {
  const { bothModes, files } = await loadBundle('bothModes.ts');
  const site = await startSite(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`/files${path}`, text])),
  );
  const pages = await bothModes(`${site.origin}/files`);
  await inPanel(
    'shows the same pictures, styles and backgrounds with the scripts of the site and without',
    async (panel) => {
      const picture = async (html, scripts) => {
        await panel.state({ scripts }, { scripts });
        await panel.show(html);
        await panel.page.waitForTimeout(500);
        return panel.page.locator('iframe').screenshot();
      };
      const without = await picture(pages.without, false);
      const seen = await panel.inside((inner) => [...inner.images].map(({ naturalWidth }) => naturalWidth));
      assert.deepEqual(seen, [80, 80]);
      const color = await panel.inside(
        (inner) => inner.defaultView.getComputedStyle(inner.querySelector('main')).color,
      );
      assert.equal(color, 'rgb(20, 60, 20)');
      const scripted = await countOtherPixels(browser, without, await picture(pages.with, true));
      assert.ok(scripted < mostOtherPixels, `${scripted} pixels differ`);
      const another = await countOtherPixels(
        browser,
        without,
        await picture('<!DOCTYPE html><p>x</p>', false),
      );
      assert.ok(another > 10 * mostOtherPixels, `only ${another} pixels of another page differ`);
    },
    { site },
  );
  await site.stop();
}

/** Pixels of two pictures of one size that are clearly of another color. */
async function countOtherPixels(browser, ...pictures) {
  const page = await browser.newPage();
  const addresses = pictures.map((picture) => `data:image/png;base64,${picture.toString('base64')}`);
  const count = await page.evaluate(async (urls) => {
    const [a, b] = await Promise.all(
      urls.map(async (url) => {
        const image = document.createElement('img');
        image.src = url;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height).data;
      }),
    );
    let different = Math.abs(a.length - b.length);
    for (let at = 0; at < Math.min(a.length, b.length); at += 4) {
      different += [0, 1, 2].some((channel) => Math.abs(a[at + channel] - b[at + channel]) > 48) ? 1 : 0;
    }
    return different;
  }, addresses);
  await page.close();
  return count;
}
