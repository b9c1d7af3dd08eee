// The test runner of the scripts that drive a whole program (the package, the browser): one check after the other, each
// printed as it ends, failures counted and never the end of the run.
import { noCounts } from './counts.mjs';

/** `onFailure(name)` is called after a failed check, for a screenshot. */
export function createChecks({ onFailure } = {}) {
  const counts = noCounts();
  const check = async (name, body) => {
    const start = performance.now();
    try {
      await body();
      counts.passed++;
      console.log(`  ok   ${name} (${Math.round(performance.now() - start)} ms)`);
    } catch (error) {
      counts.failed++;
      console.log(`  FAIL ${name}\n${error.stack ?? error}`);
      await onFailure?.(name);
    }
  };
  return { check, counts };
}
