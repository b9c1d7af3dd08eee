// `npm test`: does its own set-up, runs every suite and closes with `N passed, N failed`. `npm run check` (--quick) is the inner loop.
// A failed step does not end the run, so that one run shows everything; a step that cannot run here is skipped with a line that says why.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addCounts, closeWithCounts, countsLine, findCounts, noCounts } from './support/counts.mjs';
import { installPackages } from './support/install.mjs';
import { isStopping, root, runCommand } from './support/processes.mjs';
import { findChromium, howToInstallChromium } from './vscode/browser.mjs';

const unitReport = join(root, '.cache/unit.json');
const corpus = process.env['SITE_CORPUS'];

const tsc = 'node_modules/typescript/bin/tsc';
const eslint = ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0'];
const prettier = 'node_modules/prettier/bin/prettier.cjs';
const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
];

const withoutChromium = () =>
  findChromium() ? undefined : `there is no Chromium here: ${howToInstallChromium}`;
const withoutCorpus = () => (corpus ? undefined : 'SITE_CORPUS names no folder with checkouts of real sites');

/**
 * One suite: its name, what Node runs, its time limit in minutes, why it cannot run here (if so), and how its tests are counted.
 * A program with no tests of its own counts as one test.
 */
const types = { name: 'types', run: [tsc, '-b'], minutes: 5, count: countProgram };
const allSuites = [
  types,
  { name: 'lint', run: [...eslint, '.'], minutes: 5, count: countProgram },
  { name: 'format', run: [prettier, '--check', '--log-level=warn', '.'], minutes: 2, count: countProgram },
  { name: 'package', run: ['package.mjs'], minutes: 3, count: countProgram },
  { name: 'packed files', run: ['test/package/run.mjs'], minutes: 1, count: countLastLine },
  {
    name: 'pinned VS Code',
    run: ['test/vscode/setup.mjs'],
    minutes: 15,
    skip: withoutChromium,
    count: countProgram,
  },
  { name: 'unit, property and protocol tests', run: vitest, minutes: 15, count: countVitest },
  {
    name: 'real sites',
    run: ['test/corpus/run.mjs', corpus],
    minutes: 15,
    skip: withoutCorpus,
    count: countLastLine,
  },
  {
    name: 'panel of the preview',
    run: ['test/preview/run.mjs'],
    minutes: 10,
    skip: withoutChromium,
    count: countLastLine,
  },
  {
    name: 'extension host',
    run: ['test/vscode/run.mjs'],
    minutes: 12,
    skip: withoutChromium,
    count: countLastLine,
  },
  { name: 'browser', run: ['test/e2e/run.mjs'], minutes: 15, skip: withoutChromium, count: countLastLine },
];
const quickSuites = [
  types,
  {
    name: 'lint',
    run: [...eslint, '--cache', '--cache-location', '.cache/eslint', '.'],
    minutes: 2,
    count: countProgram,
  },
  { name: 'core tests', run: [...vitest, 'test/core'], minutes: 5, count: countVitest },
];

installPackages();
mkdirSync(join(root, '.cache'), { recursive: true });
const results = [];
for (const suite of process.argv.includes('--quick') ? quickSuites : allSuites) {
  results.push(await runSuite(suite));
}
console.log('\n--- summary');
for (const { name, counts, seconds } of results) {
  console.log(`${name.padEnd(36)}${countsLine(counts).padEnd(40)}${seconds.toFixed(1).padStart(6)} s`);
}
closeWithCounts(results.map(({ counts }) => counts).reduce(addCounts, noCounts()));

async function runSuite({ name, run, minutes, skip, count }) {
  console.log(`\n--- ${name}`);
  const reason = skip?.();
  if (reason !== undefined) {
    console.log(`skipped: ${reason}`);
    return { name, counts: { ...noCounts(), skipped: 1 }, seconds: 0 };
  }
  const start = performance.now();
  const result = await runCommand(process.execPath, run, { minutes });
  if (isStopping()) {
    await new Promise(() => undefined); // The process is about to end; start nothing more.
  }
  if (result.timedOut) {
    console.log(`FAIL ${name}: stopped after ${minutes} minutes`);
  }
  return {
    name,
    counts: failedAtLeast(count(result), result.code),
    seconds: (performance.now() - start) / 1000,
  };
}

/** A suite whose program failed has failed, whatever it counted; so has one that ran no test. */
function failedAtLeast(counts, code) {
  const ranNothing = counts.passed + counts.failed + counts.skipped === 0;
  return (code !== 0 || ranNothing) && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function countProgram({ code }) {
  return { ...noCounts(), passed: code === 0 ? 1 : 0 };
}

function countLastLine({ output }) {
  return findCounts(output) ?? noCounts();
}

/** A test file that could not even be loaded has no tests to count: it is one failure. */
function countVitest() {
  const report = readReport();
  const unloadable = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function readReport() {
  try {
    return JSON.parse(readFileSync(unitReport, 'utf8'));
  } catch {
    return { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  } finally {
    rmSync(unitReport, { force: true });
  }
}
