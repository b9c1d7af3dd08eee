import { defineConfig } from 'vitest/config';

const project = (name, folders, more = {}) => ({
  test: { name, include: [`test/{${folders.join(',')},}/**/*.test.ts`], testTimeout: 30_000, ...more },
});

export default defineConfig({
  test: {
    projects: [
      // Pure code shares one world: nothing leaks from file to file, and each module is loaded once.
      project('core', ['core', 'conformance', 'properties', 'engine/page', 'engine/instant', 'preview'], {
        pool: 'threads',
        isolate: false,
      }),
      project('disk', ['workspace', 'syntaxes']),
      // These start the bundle that ships, so they build it first.
      project('server', ['lsp', 'engine/embedded', 'engine/native'], {
        globalSetup: ['test/support/build.ts'],
        // A Hugo takes seconds to start, and several start at once.
        testTimeout: 120_000,
        hookTimeout: 120_000,
      }),
    ],
  },
});
