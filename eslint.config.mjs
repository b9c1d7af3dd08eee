// The walls of the house (ARCHITECTURE.md, "Import directions") are enforced here and by the compiler's project references.
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** One wall: which imports a folder may not have, and where such code belongs instead. */
const wall = (files, patterns) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: patterns.map(([regex, message]) => ({ regex, message, allowTypeImports: false })) },
    ],
  },
});

const node = [
  '^(node:.*|fs|path|os|child_process|worker_threads|url|crypto)$',
  'Node belongs in workspace, engine, main or cli.',
];
const network = [
  '^(node:)?(http|https|http2|net|tls|dgram|dns)$',
  'Hugo Scribe opens no network connection.',
];
const connection = [
  '^vscode-(languageserver|languageclient|jsonrpc|languageserver-protocol)(/|$)',
  'The connection belongs in lsp.',
];
const vscode = ['^vscode$', 'The editor belongs in client.'];
const matter = [
  '^gray-matter$',
  'gray-matter lives in workspace/matter.ts alone (it evaluates code and hangs when used bare).',
];
const outOfCore = [
  '(^|/)(workspace|engine|lsp)/|/(main|cli|engineHost|shared|protocol)\\.ts$|(^|/)protocol/',
  'Core imports nothing of ours: pass data in.',
];
const everywhere = [network, matter];
const coreBase = [...everywhere, node, connection, vscode, outOfCore];
const above = (...rooms) => [
  `/(${rooms.join('|')})/`,
  `This room of core stands below ${rooms.join(', ')}: move the shared part down.`,
];

const features = readdirSync(new URL('server/src/core/features/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Every folder of `features` is one; what puts several together stands beside them. */
const feature = (name) =>
  wall(
    [`server/src/core/features/${name}/**/*.ts`],
    [
      ...coreBase,
      [
        `^(\\.\\./)+(${[...features.filter((other) => other !== name), 'complete', 'check'].join('|')})(/|\\.ts$)`,
        'Features never import each other: move the shared part up, beside them.',
      ],
    ],
  );

const style = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
];
const moment = 'Core knows no clock and no chance: pass the moment in.';
const clock = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: moment },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: moment },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: moment },
];

export default defineConfig(
  globalIgnores([
    'dist',
    '.cache',
    '**/out',
    'coverage',
    'test/fixtures',
    'test/vscode/modules',
    'test/vscode/node_modules',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, regexp.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      eqeqeq: 'error',
      curly: ['error', 'all'],
      'no-console': 'error',
      'no-eval': 'error',
      'max-lines': ['warn', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['warn', { max: 60, skipComments: true }],
      'no-restricted-syntax': ['error', ...style],
    },
  },
  wall(['server/src/**/*.ts'], [...everywhere, vscode]),
  wall(
    ['server/src/workspace/**/*.ts'],
    [...everywhere, vscode, connection, ['(^|/)(lsp|engine)/', 'workspace imports core alone.']],
  ),
  wall(
    ['server/src/engine/**/*.ts'],
    [
      ...everywhere,
      vscode,
      connection,
      ['(^|/)(lsp|workspace)/', 'An engine gets its files; it reads none itself.'],
    ],
  ),
  wall(['server/src/lsp/**/*.ts'], [...everywhere, vscode, node]),
  wall(
    ['server/src/protocol.ts', 'server/src/protocol/*.ts'],
    [...everywhere, node, vscode, connection, ['^\\.\\.', 'The protocol imports nothing of ours.']],
  ),
  wall(['server/src/core/**/*.ts'], coreBase),
  wall(['server/src/core/hugo/**/*.ts'], [...coreBase, ['^\\.\\./', 'Tables import nothing of ours.']]),
  wall(
    ['server/src/core/text/**/*.ts'],
    [
      ...coreBase,
      above(
        'frontMatter',
        'shortcodes',
        'templates',
        'markdown',
        'config',
        'site',
        'preview',
        'schema',
        'import',
        'references',
        'features',
      ),
    ],
  ),
  wall(
    ['server/src/core/{frontMatter,shortcodes,templates,markdown}/**/*.ts'],
    [...coreBase, above('config', 'site', 'preview', 'schema', 'import', 'references', 'features')],
  ),
  wall(
    ['server/src/core/config/**/*.ts'],
    [...coreBase, above('site', 'preview', 'schema', 'import', 'references', 'features')],
  ),
  wall(
    ['server/src/core/site/**/*.ts'],
    [...coreBase, above('preview', 'schema', 'import', 'references', 'features')],
  ),
  wall(
    ['server/src/core/preview/**/*.ts'],
    [...coreBase, above('schema', 'import', 'references', 'features')],
  ),
  wall(['server/src/core/schema/**/*.ts'], [...coreBase, above('import', 'references', 'features')]),
  wall(['server/src/core/import/**/*.ts'], [...coreBase, above('references', 'features')]),
  wall(['server/src/core/references/**/*.ts'], [...coreBase, above('import', 'features')]),
  ...features.map(feature),
  { files: ['server/src/core/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...style, ...clock] } },
  wall(
    ['client/src/**/*.ts'],
    [
      ...everywhere,
      [
        'server/src/(?!protocol\\.ts|shared\\.ts)',
        'The client reaches into the server through protocol.ts and shared.ts alone.',
      ],
    ],
  ),
  { files: ['server/src/workspace/matter.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'URL',
          'Buffer',
          'performance',
          'globalThis',
          'setImmediate',
          'TextDecoder',
          'TextEncoder',
          'document',
          'window',
          'MutationObserver',
          'getComputedStyle',
          'structuredClone',
          'require',
          'module',
          'exports',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  // The configuration files of our tools demand default exports.
  { files: ['*.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
);
