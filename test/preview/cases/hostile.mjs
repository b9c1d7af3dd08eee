// A page that wants to run scripts or to be fetched from elsewhere, with the scripts of the site off.
import assert from 'node:assert/strict';

/** Ways to run a script, or to have something fetched; each would show in `evil`, or in what the server is asked for. */
function attacks(site) {
  const evil = 'parent.evil=1;top.evil=1';
  return [
    `<script>${evil}</script>`,
    `<img src="x" onerror="${evil}">`,
    `<svg onload="${evil}"><script>${evil}</script></svg>`,
    `<body onload="${evil}">`,
    `<details open ontoggle="${evil}">x</details>`,
    `<iframe srcdoc="&lt;script&gt;${evil}&lt;/script&gt;"></iframe>`,
    `<iframe src="javascript:${evil}"></iframe>`,
    `<object data="javascript:${evil}"></object>`,
    `<embed src="${site.other}/other/picture.svg">`,
    `<script src="${site.other}/other/evil.js"></script>`,
    `<script nonce="nonceOfTheTest">${evil}</script>`,
    `<a id="attack" href="javascript:${evil}">x</a>`,
    `<form id="attackForm" action="${site.other}/other/form"><input onfocus="${evil}" autofocus></form>`,
    `<meta http-equiv="refresh" content="0;url=${site.other}/other/refresh">`,
    `<img src="${site.other}/other/picture.svg">`,
    `<link rel="prefetch" href="${site.other}/other/prefetch"><link rel="stylesheet" href="${site.other}/other/a.css">`,
    `<video src="${site.other}/other/a.mp4" onerror="${evil}"></video>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${evil}">`,
    `<template><img src=x onerror="${evil}"></template>`,
    `<base href="${site.other}/other/">`,
    `<style>@import "${site.other}/other/import.css"; p { background: url(${site.other}/other/bg.png) }</style>`,
  ];
}

export async function checkHostile({ browser, check, inPanel, site }) {
  await check('the attacks are real: in a page of no panel they run', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/files/page.html`);
    const before = site.requests.length;
    await page.setContent(
      `<!DOCTYPE html>${attacks(site)[0]}${attacks(site)[1]}<img src="${site.other}/other/picture.svg?control">`,
    );
    await page.waitForFunction(() => window.evil === 1);
    assert.ok(site.requests.slice(before).includes('/other/picture.svg'));
    await page.close();
  });
  await check('one frame with neither sandbox nor policy would run them', async () => {
    const page = await browser.newPage();
    await page.setContent('<iframe></iframe>');
    await page.evaluate((html) => {
      document.querySelector('iframe').srcdoc = html;
    }, attacks(site)[1]);
    await page.waitForFunction(() => window.evil === 1);
    await page.close();
  });
  for (const [index, attack] of attacks(site).entries()) {
    await inPanel(`nothing runs, nothing is fetched: ${attack.slice(0, 50)}`, async (panel) => {
      const asked = () => site.requests.filter((path) => path.startsWith('/other/')).length;
      const before = asked();
      await panel.open(
        `<!DOCTYPE html><html><head>${index % 2 === 0 ? attack : ''}</head><body>${attack}<p data-line="1">x</p></body></html>`,
      );
      await panel.show(`<!DOCTYPE html><p data-line="1">y</p>${attack}`);
      await panel.inside((inner) => {
        inner.getElementById('attack')?.click();
        inner.getElementById('attackForm')?.submit();
      });
      await panel.page.waitForTimeout(100);
      assert.equal(await panel.page.evaluate(() => window.evil), undefined);
      assert.equal(asked(), before);
      assert.equal(await panel.page.locator('iframe').getAttribute('sandbox'), 'allow-same-origin');
    });
  }
  await inPanel('files of the computer are shown', async (panel) => {
    await panel.open(`<!DOCTYPE html><img src="${site.origin}/files/picture.svg"><p data-line="1">x</p>`);
    await panel.page.waitForFunction(
      () => document.querySelector('iframe')?.contentDocument?.querySelector('img')?.naturalWidth === 40,
    );
  });
}
