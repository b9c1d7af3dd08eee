// A page whose scripts run because the reader wants it.
import assert from 'node:assert/strict';
import { article, marked, paragraphs, scrollTop } from '../article.mjs';

export async function checkScripts({ inPanel, site }) {
  const scripted = (script, more = '') =>
    article((text) => text, '').replace('</body>', `${more}<script nonce="shell">${script}</script></body>`);
  const start = async (panel, html) => {
    await panel.state({ scripts: true }, { scripts: true });
    await panel.show(html);
    await panel.page.waitForTimeout(300);
  };
  const said = (panel) => panel.frame().evaluate(() => document.title);
  await inPanel(
    'runs the scripts of the page when the reader wants it, alone in their frame',
    async (panel) => {
      await start(
        panel,
        scripted('document.title = "ran"; try { parent.evil = 1 } catch { document.title += " alone" }'),
      );
      assert.equal(await panel.page.locator('iframe').getAttribute('sandbox'), 'allow-scripts');
      assert.equal(await said(panel), 'ran alone');
      assert.equal(await panel.page.evaluate(() => window.evil), undefined);
    },
  );
  await inPanel('runs no script that the server has not let in', async (panel) => {
    await start(panel, article().replace('</body>', '<script>document.title = "ran"</script></body>'));
    assert.equal(await said(panel), 'A');
  });
  await inPanel('lets such scripts reach no host and go nowhere', async (panel) => {
    const before = site.requests.filter((path) => path.startsWith('/other/')).length;
    await start(
      panel,
      scripted(
        `const nonce = document.querySelector('script').nonce;
         const script = document.createElement('script'); script.nonce = nonce; script.src = '${site.other}/other/evil.js'; document.head.append(script);
         fetch('${site.other}/other/fetch').catch(() => undefined);
         new Image().src = '${site.other}/other/picture.svg';
         navigator.sendBeacon?.('${site.other}/other/beacon');
         window.open('${site.other}/other/window');
         setTimeout(() => { location.href = '${site.other}/other/place' }, 100);`,
      ),
    );
    await panel.page.waitForTimeout(300);
    assert.equal(site.requests.filter((path) => path.startsWith('/other/')).length, before);
  });
  await inPanel('does not take such a script for the extension', async (panel) => {
    await start(
      panel,
      scripted(
        "setTimeout(() => { parent.postMessage({ type: 'mark', line: 1 }, '*'); parent.postMessage({ type: 'run', command: 'manageTrust' }, '*');" +
          "parent.postMessage({ type: 'openSource', uri: 'file:///etc/passwd' }, '*');" +
          "parent.postMessage({ type: 'setScripts', scripts: true }, '*') }, 6000)",
      ),
    );
    // What the test itself does in the page counts as a click of the reader for five seconds.
    await panel.page.waitForTimeout(7000);
    assert.deepEqual(
      (await panel.sent()).filter(({ type }) => type !== 'ready'),
      [],
    );
  });
  await inPanel('marks, scrolls and tells of double clicks there too', async (panel) => {
    await start(panel, scripted(''));
    await panel.send({ type: 'mark', line: 35 });
    await panel.page.waitForTimeout(200);
    assert.deepEqual(await panel.frame().evaluate(`(${marked})(document)`), ['34']);
    assert.ok((await panel.frame().evaluate(`(${scrollTop})(document)`)) > 300);
    await panel.page
      .frameLocator('iframe')
      .locator('[data-line="34"]')
      .dblclick({ position: { x: 5, y: 3 } });
    await panel.page.waitForFunction(() => window.sent.some(({ type }) => type === 'reveal'));
    assert.deepEqual(await panel.sent('reveal'), [{ type: 'reveal', line: 34 }]);
  });
  await inPanel('keeps the place when the page is loaded again', async (panel) => {
    await start(panel, scripted(''));
    await panel.send({ type: 'scroll', line: 20 });
    await panel.page.waitForTimeout(200);
    const before = await panel.frame().evaluate(`(${scrollTop})(document)`);
    assert.ok(before > 300);
    await panel.show(scripted('').replace('Paragraph 3', 'Paragraph three'));
    await panel.page.waitForTimeout(300);
    assert.equal(await panel.frame().evaluate(`(${scrollTop})(document)`), before);
  });
  await inPanel('goes back to a page without scripts', async (panel) => {
    await start(panel, scripted('document.title = "ran"'));
    await panel.state({ scripts: false });
    await panel.show(article());
    await panel.page.waitForTimeout(100);
    assert.deepEqual(
      await panel.page
        .locator('iframe')
        .evaluateAll((frames) => frames.map((frame) => frame.getAttribute('sandbox'))),
      ['allow-same-origin'],
    );
    assert.equal((await panel.inside(paragraphs)).length, 20);
  });
}
