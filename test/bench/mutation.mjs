// `npm run mutate -- --seed N --count N`: mutates pages of the example site, and of the sites in the folder SITE_CORPUS, and asks real Hugo:
// the embedded one, or `--hugo PATH`.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

await build({
  entryPoints: { mutation: 'test/bench/mutation.ts', mutationHugo: 'test/bench/mutationHugo.ts' },
  outdir: '.cache/mutation',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  mainFields: ['module', 'main'],
});
const { status } = spawnSync(process.execPath, ['.cache/mutation/mutation.cjs', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
