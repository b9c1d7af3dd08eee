// The gallery of shortcodes: found by any word, chosen by keys, and safe with what a page of the site may do.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { card, example, openGallery } from '../gallery.mjs';
import { themes } from '../panel.mjs';

const argument = {
  name: 'color',
  isRequired: true,
  type: 'string',
  documentation: '',
  values: ['red', 'green'],
};
const cards = [
  card('buoy', { group: 'here', documentation: ['A mark `in` the water.'], arguments: [argument] }),
  card('berth', { group: 'here' }),
  card('quay', { documentation: ['Där båtar ligger.'] }),
  card('tide'),
  card('old', { isDeprecated: true }),
  card('figure', {
    group: 'hugo',
    sourceUri: undefined,
    source: 'part of Hugo',
    link: 'https://gohugo.io/shortcodes/figure/',
  }),
];
const examples = [example('buoy', '{{< buoy color="red" >}}'), example('tide', '{{< tide "high" >}}')];
const thumbnail = (name, body, head = '') => ({
  type: 'thumbnail',
  name,
  html: `<!DOCTYPE html><html><head>${head}</head><body style="margin:0"><main>${body}</main></body></html>`,
  sheets: [],
});

export async function checkGallery({ browser, check, site, out }) {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const inGallery = async (name, body, options) => {
    const only = process.env['SCRIBE_ONLY'];
    if (only !== undefined && !`gallery: ${name}`.includes(only)) {
      return;
    }
    await check(`gallery: ${name}`, async () => {
      const gallery = await openGallery(browser, site, options);
      try {
        await body(gallery);
      } finally {
        await gallery.close();
      }
    });
  };

  await inGallery('begins in the field, with the shortcodes of the section first', async (gallery) => {
    await gallery.show(cards, examples);
    assert.equal(await gallery.focused(), 'search');
    assert.deepEqual(await gallery.names(), ['buoy', 'berth', 'quay', 'tide', 'old', 'figure']);
    assert.deepEqual(await gallery.page.locator('#list h2').allTextContents(), [
      'Used in blogg',
      'Others of this site',
      'Part of Hugo',
    ]);
    assert.equal(await gallery.page.locator('#count').innerText(), '6 shortcodes');
  });
  for (const [words, found] of [
    ['tid', ['tide']],
    ['BATAR', ['quay']],
    ['color', ['buoy']],
    ['high', ['tide']],
    ['mark water', ['buoy']],
    ['zzz', []],
  ]) {
    await inGallery(`finds by "${words}"`, async (gallery) => {
      await gallery.show(cards, examples);
      await gallery.page.keyboard.type(words);
      assert.deepEqual(await gallery.names(), found);
      assert.equal(await gallery.page.locator('#count').innerText(), `${found.length} of 6 shortcodes`);
      assert.equal(await gallery.page.locator('.nothing').count(), found.length === 0 ? 1 : 0);
    });
  }
  await inGallery('is used with keys alone', async (gallery) => {
    await gallery.show(cards, examples);
    await gallery.press('ArrowDown');
    assert.equal(await gallery.focused(), 'buoy');
    await gallery.press('ArrowRight', 'ArrowRight');
    assert.equal(await gallery.focused(), 'quay');
    await gallery.press('ArrowUp');
    assert.equal(await gallery.focused(), 'buoy');
    await gallery.press('End');
    assert.equal(await gallery.focused(), 'figure');
    await gallery.press('Home', 'ArrowUp');
    assert.equal(await gallery.focused(), 'search');
    await gallery.press('ArrowDown', 't', 'i');
    assert.equal(await gallery.focused(), 'search');
    assert.deepEqual(await gallery.names(), ['tide']);
    await gallery.press('Enter', 'Shift+Enter', 'ArrowDown', 'Enter', 'Escape');
    assert.deepEqual(await gallery.sent('insert'), [
      { type: 'insert', name: 'tide', keepOpen: false },
      { type: 'insert', name: 'tide', keepOpen: true },
      { type: 'insert', name: 'tide', keepOpen: false },
    ]);
    assert.deepEqual(await gallery.sent('close'), [{ type: 'close' }]);
  });
  await inGallery('goes on by Tab from the field to the card and what is known of it', async (gallery) => {
    await gallery.show(cards, examples);
    await gallery.press('Tab');
    assert.equal(await gallery.focused(), 'buoy');
    const visited = [];
    for (let count = 0; count < 6; count++) {
      await gallery.press('Tab');
      visited.push(await gallery.focused());
    }
    assert.deepEqual(visited, [
      'details',
      'layouts/shortcodes/buoy.html',
      'Insert',
      'Insert and Keep Open',
      'A page',
      '{{< buoy color="red" >}}',
    ]);
  });
  await inGallery('says all that is known of the card that is looked at', async (gallery) => {
    await gallery.show(cards, examples);
    await gallery.page.locator('.card', { hasText: 'buoy' }).click();
    assert.deepEqual(await gallery.sent('insert'), []);
    const details = gallery.page.locator('#details');
    for (const text of ['A mark in the water.', 'color', 'required', 'red green', 'Example from A page']) {
      assert.ok((await details.innerText()).includes(text), text);
    }
    await details.locator('button', { hasText: 'A page' }).click();
    await details.locator('button.primary').click();
    assert.deepEqual(await gallery.sent('open'), [{ type: 'open', name: 'buoy', place: 'example' }]);
    await gallery.page.locator('.card', { hasText: 'tide' }).dblclick();
    assert.deepEqual(
      (await gallery.sent('insert')).map(({ name }) => name),
      ['buoy', 'tide'],
    );
  });
  await inGallery('has pictures made of what is on view, and of nothing else', async (gallery) => {
    const many = Array.from({ length: 60 }, (_, index) => card(`s${index}`));
    await gallery.show(
      many,
      many.map(({ name }) => example(name, `{{< ${name} >}}`)),
    );
    await gallery.page.waitForFunction(() => window.sent.some(({ type }) => type === 'seen'));
    const seen = await gallery.sent('seen');
    assert.ok(seen.length >= 4 && seen.length < 40, String(seen.length));
    await gallery.page.keyboard.type('s59');
    await gallery.page.waitForFunction(() =>
      window.sent.some(({ name, isSeen }) => name === 's0' && isSeen === false),
    );
    await gallery.page.waitForFunction(() =>
      window.sent.some(({ name, isSeen }) => name === 's59' && isSeen),
    );
  });
  await inGallery('shows a picture of the call alone, as big as fits', async (gallery) => {
    await gallery.show(cards, examples);
    await gallery.send(
      thumbnail(
        'buoy',
        '<h1 style="height:300px">Away</h1><p data-call style="width:700px;height:300px;margin:0">Here</p>',
      ),
    );
    await gallery.page.locator('.card.pictured').waitFor();
    const box = await gallery.page.locator('.card.pictured .picture').boundingBox();
    const place = await gallery.page.locator('.card.pictured iframe').evaluate((frame) => {
      const call = frame.contentDocument.querySelector('[data-call]').getBoundingClientRect();
      const { top, width } = frame.getBoundingClientRect();
      const scale = width / frame.offsetWidth;
      return { top: top + call.top * scale, width: call.width * scale };
    });
    assert.ok(place.width <= box.width && place.width > box.width / 2, JSON.stringify({ place, box }));
    assert.ok(place.top >= box.y && place.top < box.y + box.height / 2, JSON.stringify({ place, box }));
    assert.equal(await gallery.page.locator('.card.pictured .picture').getAttribute('aria-hidden'), 'true');
  });
  await inGallery('leaves the text where a call gives nothing to see', async (gallery) => {
    await gallery.show(cards, examples);
    await gallery.send(thumbnail('buoy', '<p data-call style="display:none">x</p>'));
    await gallery.send({ type: 'thumbnail', name: 'tide' });
    await gallery.page.waitForTimeout(300);
    assert.equal(await gallery.page.locator('.card.pictured').count(), 0);
  });
  await inGallery('runs nothing of a picture, and fetches nothing', async (gallery) => {
    const before = site.requests.length;
    await gallery.show(cards, examples);
    const evil = 'parent.evil=1;top.evil=1';
    await gallery.send(
      thumbnail(
        'buoy',
        `<p data-call>x<img src="x" onerror="${evil}"><script>${evil}</script><img src="${site.other}/other/picture.svg"></p>`,
        `<script nonce="nonceOfTheTest">${evil}</script><meta http-equiv="refresh" content="0;url=${site.other}/other/refresh">`,
      ),
    );
    await gallery.page.locator('.card.pictured').waitFor();
    await gallery.page.waitForTimeout(200);
    assert.equal(await gallery.page.evaluate(() => window.evil), undefined);
    assert.deepEqual(
      site.requests.slice(before).filter((path) => path.startsWith('/other/')),
      [],
    );
    assert.equal(await gallery.page.locator('iframe').getAttribute('sandbox'), 'allow-same-origin');
  });
  await inGallery('keeps what is typed and chosen while the site is read on', async (gallery) => {
    await gallery.show(cards, [], { isReading: true });
    await gallery.press('ArrowDown', 'ArrowRight');
    await gallery.show([card('new', { group: 'here' }), ...cards], examples);
    assert.equal(await gallery.page.locator('.card.active .name').innerText(), 'berth');
    assert.equal(await gallery.focused(), 'berth');
  });
  for (const theme of Object.keys(themes)) {
    await inGallery(
      `axe finds nothing serious: ${theme}`,
      async (gallery) => {
        await gallery.show(cards, examples);
        await gallery.send(thumbnail('buoy', '<p data-call style="height:90px">Here</p>'));
        await gallery.page.locator('.card.pictured').waitFor();
        await gallery.page.evaluate(axe);
        const { violations } = await gallery.page.evaluate(() =>
          window.axe.run({ exclude: ['iframe'] }, { iframes: false }),
        );
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        assert.deepEqual(
          serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
          [],
        );
        await gallery.page.screenshot({ path: join(out, `gallery-${theme.replaceAll(' ', '-')}.png`) });
      },
      { theme },
    );
  }
  await inGallery(
    'everything has its place in a narrow panel',
    async (gallery) => {
      await gallery.show(cards, examples);
      const outside = await gallery.page.evaluate(
        () =>
          [...document.querySelectorAll('button, input')].filter(
            (element) => element.getBoundingClientRect().right > window.innerWidth,
          ).length,
      );
      assert.equal(outside, 0);
      assert.ok((await gallery.page.locator('#list').boundingBox()).height > 100);
    },
    { viewport: { width: 360, height: 480 } },
  );
}
