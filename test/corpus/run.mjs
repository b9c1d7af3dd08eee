// `npm run corpus -- DIR...`: checks checkouts of real sites, and asks real Hugo about every page where one is at hand.
// A folder that is no site itself stands for the sites in it. `--hugo=PATH` asks another Hugo than the installed one.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, runCommand } from '../support/processes.mjs';

mkdirSync(join(root, '.cache'), { recursive: true });
const bundle = join(root, '.cache/corpus.cjs');
await build({
  entryPoints: [join(root, 'test/corpus/main.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  mainFields: ['module', 'main'],
});
const folders = process.argv.slice(2).flatMap((argument) => argument.split(':'));
const { code } = await runCommand(process.execPath, [bundle, ...folders], { minutes: 30 });
process.exitCode = code;
