// `npm run bench`: bundles the server and the benchmarks, and runs them in a fresh process.
import { execFileSync, spawnSync } from 'node:child_process';
import { build } from 'esbuild';

execFileSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
await build({
  entryPoints: {
    bench: 'test/bench/main.ts',
    echo: 'test/bench/echoServer.ts',
    bareEngine: 'test/bench/bareEngine.ts',
    learnOnce: 'test/bench/learnOnce.ts',
    hostileChild: 'test/bench/hostileChild.ts',
  },
  outdir: '.cache/bench',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  mainFields: ['module', 'main'],
});
const { status } = spawnSync(process.execPath, ['--expose-gc', '.cache/bench/bench.cjs'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
