import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,conformance,corpus,properties,workspace,lsp,syntaxes}/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
