// `npm run corpus -- DIR...`: checks checkouts of real sites, and asks real Hugo about every page where one is at hand.
// `npm run corpus -- changes SITE...`: moves and renames in copies of them, which real Hugo builds before and after.
// `npm run corpus -- addresses SITE...`: where pages stand and whether they are published, as `hugo list` says it.
// A folder that is no site itself stands for the sites in it. `--hugo=PATH` asks another Hugo than the installed one.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, runCommand } from '../support/processes.mjs';

const [first, ...rest] = process.argv.slice(2);
const program = ['changes', 'addresses'].find((name) => name === first) ?? 'main';
const given = program === 'main' ? process.argv.slice(2) : rest;

mkdirSync(join(root, '.cache'), { recursive: true });
const bundle = join(root, `.cache/corpus-${program}.cjs`);
await build({
  entryPoints: [join(root, `test/corpus/${program}.ts`)],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  mainFields: ['module', 'main'],
});
const folders = given.flatMap((argument) => argument.split(':'));
const { code } = await runCommand(process.execPath, [bundle, ...folders], { minutes: 60 });
process.exitCode = code;
