import { defineConfig } from 'vitest/config';

const project = (name, folders, more = {}) => ({
  test: { name, include: [`test/{${folders.join(',')},}/**/*.test.ts`], testTimeout: 30_000, ...more },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['core', 'conformance', 'properties', 'workspace', 'syntaxes']),
      // These start the bundle that ships, so they build it first.
      project('server', ['lsp'], { globalSetup: ['test/support/build.ts'] }),
    ],
  },
});
