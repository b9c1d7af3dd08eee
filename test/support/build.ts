import { execFileSync } from 'node:child_process';

/** Vitest's global set-up: the tests over stdio run the bundle that ships. */
export function setup(): void {
  execFileSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
}
