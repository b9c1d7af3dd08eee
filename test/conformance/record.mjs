// `npm run record -- --hugo=PATH... [--embedded]`: asks real Hugos about every case of hugoCases and archetypeCases, and writes down what they say.
// `--only=GROUP` asks about one group, `--new` only about cases that a Hugo has not been asked about.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, runCommand } from '../support/processes.mjs';

const folder = join(root, '.cache/record');
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: {
    record: join(root, 'test/conformance/record.ts'),
    mutationHugo: join(root, 'test/bench/mutationHugo.ts'),
  },
  outdir: folder,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  mainFields: ['module', 'main'],
});
const { code } = await runCommand(process.execPath, [join(folder, 'record.cjs'), ...process.argv.slice(2)], {
  minutes: 60,
});
process.exitCode = code;
