// Hundreds of hostile pages in a real browser: what the server makes of them, and, as if it had let them through, what the panel makes of them.
import assert from 'node:assert/strict';
import { loadBundle } from '../bundle.mjs';

/** What each payload calls where it gets as far as to run. */
const code = 'fired()';
const fewest = 200;
/** The browser's words for a request that it did not make: the policy, and a drawing that may come from the own origin alone. */
const stopped = new Set(['csp', 'origin']);

export async function checkPayloads({ browser, check, inPanel }) {
  const { hostilePages } = await loadBundle('hostilePages.ts');
  const pages = await hostilePages(code);
  await check(`there are more than ${fewest} hostile pages`, () => assert.ok(pages.length > fewest));
  const families = groupByFamily(pages);
  await check('with neither sandbox nor policy many of them run', async () => {
    let ran = 0;
    for (const members of families.values()) {
      ran += await countRunning(browser, members);
    }
    assert.ok(ran > 60, `${ran} ran`);
  });
  for (const [family, members] of families) {
    for (const [what, pick] of [
      ['as the server sends them', ({ safe }) => safe],
      ['as if the server had let them through', ({ raw }) => `<!DOCTYPE html><p data-line="1">x</p>${raw}`],
    ]) {
      await inPanel(`hostile pages, ${family}, ${what}`, async (panel) => {
        const elsewhere = [];
        const isElsewhere = (url) => !/^(?:http:\/\/127\.0\.0\.1|data:|about:|blob:)/.test(url);
        panel.page.on('requestfailed', (request) => {
          const reason = request.failure()?.errorText ?? '';
          if (isElsewhere(request.url()) && !stopped.has(reason)) {
            elsewhere.push(`${request.url()} ${reason}`);
          }
        });
        panel.page.on('requestfinished', (request) => {
          if (isElsewhere(request.url())) {
            elsewhere.push(request.url());
          }
        });
        await panel.page.evaluate(countFired);
        await panel.state();
        for (const member of members) {
          await panel.showNext(pick(member));
          const ran = await panel.page.evaluate(() => window.evil);
          assert.equal(ran, undefined, `${member.name} ran: ${member.raw}`);
        }
        await panel.page.waitForTimeout(100);
        assert.equal(await panel.page.evaluate(() => window.evil), undefined);
        assert.deepEqual(elsewhere, []);
      });
    }
  }
}

/** Each in a frame of its own, without any protection. */
async function countRunning(browser, members) {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    window.ran = new Set();
    window.fired = () => window.top.ran.add(window.name);
  });
  await page.goto('about:blank');
  await page.evaluate(
    (texts) => {
      for (const [index, text] of texts.entries()) {
        const frame = document.createElement('iframe');
        frame.name = `payload${index}`;
        frame.srcdoc = `<!DOCTYPE html><p>x</p>${text}`;
        document.body.append(frame);
      }
    },
    members.map(({ raw }) => raw),
  );
  await page.waitForTimeout(1000);
  // One that leads the whole page away is not counted, though it has got further than it should, too.
  const ran = await page.evaluate(() => window.ran.size).catch(() => 0);
  await page.close();
  return ran;
}

/** In the page itself and in every frame of it. */
function countFired() {
  window.fired = () => {
    window.top.evil = (window.top.evil ?? 0) + 1;
  };
}

function groupByFamily(pages) {
  const families = new Map();
  for (const page of pages) {
    families.set(page.family, [...(families.get(page.family) ?? []), page]);
  }
  return families;
}
