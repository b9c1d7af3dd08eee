// Runs the Mocha suite inside the extension host of the pinned VS Code server, with headless Chromium as its window:
// one window for each folder to open. Closes with a line of counts.
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addCounts, closeWithCounts, noCounts } from '../support/counts.mjs';
import { root } from '../support/processes.mjs';
import { startBrowser } from './browser.mjs';
import { bundleSuite, suiteBundle } from './bundle.mjs';
import { createSandbox } from './profile.mjs';
import { startServer, testFlags, workbenchAddress } from './server.mjs';

const folders = ['site', 'plain-markdown'];
const minutesPerWindow = 5;
const out = join(root, 'test/out');

mkdirSync(out, { recursive: true });
await bundleSuite();
let counts = noCounts();
for (const folder of folders) {
  counts = addCounts(counts, await runIn(folder));
}
closeWithCounts(counts);

/** Opens a copy of the fixture in an editor of its own and resolves to the counts of the suite that ran in there. */
async function runIn(fixture) {
  const sandbox = createSandbox(fixture, join(out, `logs-${fixture}`));
  const stops = [() => sandbox.dispose()];
  try {
    const logFile = join(out, `server-${fixture}.log`);
    const server = await startServer({ folder: sandbox.data, logFile, flags: testFlags });
    stops.unshift(() => server.stop());
    const browser = await startBrowser();
    stops.unshift(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const address = workbenchAddress(server, sandbox.workspace, { extension: root, tests: suiteBundle });
    return await countsOf(page, address, fixture);
  } catch (error) {
    console.error(error);
    return { ...noCounts(), failed: 1 };
  } finally {
    for (const stop of stops) {
      await stop();
    }
  }
}

/** The workbench reports the log of the extension host and the end of the suite through two functions of the page. */
async function countsOf(page, address, fixture) {
  let counts;
  const log = createWriteStream(join(out, `console-${fixture}.log`));
  const ended = new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${fixture}: ${why}`));
    const timer = setTimeout(() => fail('the time limit was reached'), minutesPerWindow * 60_000);
    page.on('crash', () => fail('the page crashed'));
    page.on('console', (message) => log.write(`${message.text()}\n`));
    void page.exposeFunction('codeAutomationLog', (_type, values) => {
      counts = printOurs(values.map(String).join(' ')) ?? counts;
    });
    void page.exposeFunction('codeAutomationExit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
  // A loaded machine takes its time: 'commit' and no time limit here, for `ended` has one.
  await Promise.all([page.goto(address, { waitUntil: 'commit', timeout: 0 }), ended]).catch(async (error) => {
    await page.screenshot({ path: join(out, `failed-${fixture}.png`) }).catch(() => undefined);
    throw error;
  });
  const code = await ended;
  return counts ?? { ...noCounts(), failed: code === 0 ? 0 : 1 };
}

/** Prints the lines of suite/report.ts; everything else is the workbench's own. Returns the counts when they are among them. */
function printOurs(text) {
  let counts;
  for (const line of text.split('\n').filter((each) => each.startsWith('SCRIBE|'))) {
    const content = line.slice('SCRIBE|'.length);
    if (content.startsWith('COUNTS ')) {
      counts = JSON.parse(content.slice('COUNTS '.length));
    } else {
      console.log(content);
    }
  }
  return counts;
}
