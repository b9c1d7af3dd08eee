// The console of an extension host is mixed with the workbench's own log: each line of ours carries a prefix by which the
// runner (../run.mjs) knows it, and the counts travel as one line of JSON.

/** Prints each test as it ends, then the counts; rejects unless at least one passed and none failed. */
export function reportTo(runner: Mocha.Runner): Promise<void> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  runner.on('suite', ({ title }) => say(title));
  runner.on('pass', ({ title, duration }) => {
    counts.passed++;
    say(`  ok   ${title} (${duration ?? 0} ms)`);
  });
  runner.on('pending', ({ title }) => {
    counts.skipped++;
    say(`  skip ${title}`);
  });
  runner.on('fail', ({ title }, error: Error) => {
    counts.failed++;
    say(`  FAIL ${title}\n${error.stack ?? error.message}`);
  });
  return new Promise((resolve, reject) => {
    runner.on('end', () => {
      say(`COUNTS ${JSON.stringify(counts)}`);
      if (counts.failed > 0 || counts.passed === 0) {
        reject(new Error(`${counts.failed} failed, ${counts.passed} passed`));
      } else {
        resolve();
      }
    });
  });
}

function say(text: string): void {
  for (const line of text.split('\n').filter(Boolean)) {
    // eslint's no-console guards the product; here the console is the only way out of the extension host.
    globalThis.console.info(`SCRIBE|${line}`);
  }
}
