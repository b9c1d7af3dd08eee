// The panel of the preview inside the editor's window: a frame of the editor's, in it the bar, and in that the frame with the page.
import assert from 'node:assert/strict';
import { eventually } from './workbench.mjs';

export function findPanel(page) {
  const shell = async () => {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator('#stage')
          .count()
          .catch(() => 0)) > 0
      ) {
        return frame;
      }
    }
    throw new Error('there is no panel');
  };

  const panel = {
    shell,

    /** The frame with the page of the site. */
    async page() {
      const [inner] = (await shell()).childFrames();
      assert.ok(inner, 'there is no page in the panel');
      return inner;
    },

    text: async (id) => (await shell()).locator(`#${id}`).innerText({ timeout: 1000 }),
    press: async (id) => (await shell()).locator(`#${id}`).click({ timeout: 3000 }),
    isPressed: async (id) =>
      (await shell()).locator(`#${id}`).getAttribute('aria-pressed', { timeout: 1000 }),

    /** Resolves when Hugo has made the page with this URL and nothing is wrong. */
    shows: (url, limit = 15_000) =>
      eventually(async () => {
        assert.equal(await panel.text('url'), url);
        assert.match(await panel.text('chooseEngine'), /Hugo \d/);
        assert.equal(await panel.text('problems'), '');
      }, limit),

    /** Resolves when the page holds the words. */
    says: (words) =>
      eventually(async () => {
        const text = await (await panel.page()).locator('body').textContent({ timeout: 1000 });
        assert.ok(text.includes(words), `"${words}" is not in the page`);
      }),

    async doubleClick(selector, hasText) {
      const target = (await panel.page()).locator(selector, { hasText }).first();
      await target.dblclick({ position: { x: 20, y: 8 }, timeout: 5000 });
    },
  };
  return panel;
}
