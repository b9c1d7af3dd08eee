import { describe, expect, test } from 'vitest';
import {
  hugoRangeOf,
  moduleEvidence,
  pin,
  toHugoVersion,
  type VersionEvidence,
} from '../../../server/src/core/config/hugoRange.ts';
import { readVersionEvidence } from '../../../server/src/core/config/versionEvidence.ts';

describe('a release is read out of what people write', () => {
  test.each([
    ['0.147.6', '0.147.6'],
    ['v0.147.6', '0.147.6'],
    ['0.128', '0.128.0'],
    ['^0.128.1', '0.128.1'],
    ['hugo v0.111.3+extended linux/amd64', '0.111.3'],
    ['extended_0.128.0', undefined],
    ['hugo_extended_0.128.0', '0.128.0'],
    ['0.128.0-ext-alpine', '0.128.0'],
    ['latest', undefined],
    ['>=0.112', undefined],
    ['${{ env.HUGO_VERSION }}', undefined],
    ['', undefined],
  ])('%j', (text, version) => expect(toHugoVersion(text)).toBe(version));
});

describe('files that pin a release', () => {
  test.each([
    ['netlify.toml', '[build.environment]\nHUGO_VERSION = "0.122.0"\n', 'netlify 0.122.0'],
    [
      'netlify.toml',
      '[build.environment]\nHUGO_VERSION = "0.1.0"\n[context.production.environment]\nHUGO_VERSION = "0.122.0"\n[context.deploy-preview.environment]\nHUGO_VERSION = "0.99.0"\n',
      'netlify 0.122.0',
    ],
    ['../netlify.toml', '[build.environment]\nHUGO_VERSION = "latest"\n', ''],
    ['netlify.toml', '[build', ''],
    [
      '../.github/workflows/build.yml',
      'jobs:\n  b:\n    steps:\n      - uses: peaceiris/actions-hugo@v3\n        with:\n          hugo-version: "0.120.4"\n          extended: true\n',
      'workflow 0.120.4',
    ],
    ['.github/workflows/build.yaml', 'env:\n  HUGO_VERSION: 0.120\n', 'workflow 0.120.0'],
    ['.github/workflows/a.yml', 'with:\n  hugo-version: latest\n', ''],
    ['.github/workflows/a.yml', '# HUGO_VERSION: 0.100.0\nenv:\n  HUGO_VERSION: ${{ vars.HUGO }}\n', ''],
    [
      '.github/workflows/a.yml',
      'run: wget https://github.com/gohugoio/hugo/releases/download/v0.119.0/x.deb\n',
      'workflow 0.119.0',
    ],
    ['.github/dependabot.yml', 'HUGO_VERSION: 0.120.0\n', ''],
    ['.gitlab-ci.yml', 'image: registry.gitlab.com/pages/hugo/hugo_extended:0.123.8\n', 'workflow 0.123.8'],
    ['.gitlab-ci.yml', 'variables:\n  HUGO_VERSION: "0.123.8"\n', 'workflow 0.123.8'],
    ['.gitlab-ci.yml', 'image: hugomods/hugo:exts-0.125.7\n', 'workflow 0.125.7'],
    [
      'Dockerfile',
      'FROM klakegg/hugo:0.101.0-ext\nARG HUGO_VERSION=0.111.3\n',
      'workflow 0.111.3, workflow 0.101.0',
    ],
    ['render.yaml', 'envVars:\n  - key: HUGO_VERSION\n    value: 0.128.0\n', 'workflow 0.128.0'],
    ['vercel.json', '{"build": {"env": {"HUGO_VERSION": "0.126.1"}}}', 'workflow 0.126.1'],
    ['package.json', '{"devDependencies": {"hugo-extended": "^0.126.1"}}', 'packageJson 0.126.1'],
    [
      'package.json',
      '{"devDependencies": {"hugo-bin": "^0.150.0"}, "hugo-bin": {"version": "0.111.3"}}',
      'packageJson 0.111.3',
    ],
    ['package.json', '{"devDependencies": {"hugo-bin": "0.150.0"}}', ''],
    ['package.json', '{"otherDependencies": {"hugo": "0.137.1"}}', 'packageJson 0.137.1'],
    ['.tool-versions', 'nodejs 20.1.0\nhugo extended_0.128.0\n', 'toolVersions 0.128.0'],
    ['.tool-versions', 'gohugo 0.128.0\n', 'toolVersions 0.128.0'],
    ['mise.toml', '[tools]\nhugo = "0.128"\nnode = "20"\n', 'toolVersions 0.128.0'],
    ['.mise.toml', '[tools]\n"aqua:gohugoio/hugo" = { version = "0.129.0" }\n', 'toolVersions 0.129.0'],
    [
      'mise.toml',
      '[tools]\nhugo-extended = ["0.130.0", "0.111.0"]\nhugoreleaser = "0.56"\n',
      'toolVersions 0.130.0',
    ],
    ['.hvm', 'v0.131.0\n', 'toolVersions 0.131.0'],
    ['README.md', 'HUGO_VERSION=0.128.0', ''],
  ])('%s %j', (path, text, expected) => {
    const evidence = readVersionEvidence(path, text);
    expect(evidence.map(({ source, min }) => `${source} ${min ?? ''}`).join(', ')).toBe(expected);
    expect(evidence.every(({ min, max, file }) => min === max && file === path)).toBe(true);
  });
});

describe('the range', () => {
  const netlify = pin('netlify', '0.122.0', 'netlify.toml');
  const workflows = [...pin('workflow', '0.130.0', 'a.yml'), ...pin('workflow', '0.99.1', 'b.yml')];
  const installed = pin('installed', 'hugo v0.147.6');
  const modules = [
    ...moduleEvidence({ minVersion: '0.100.0', maxVersion: undefined }, 'hugo.toml'),
    ...moduleEvidence({ minVersion: '0.110.0', maxVersion: '0.150.0' }, 'themes/a/config.toml'),
    ...moduleEvidence({ minVersion: '', maxVersion: undefined }),
  ];
  test.each<[string, VersionEvidence[], string]>([
    ['nothing known', [], '… to … by unknown'],
    [
      'a setting beats everything',
      [...netlify, ...installed, ...pin('setting', '0.140.0')],
      '0.140.0 to 0.140.0 by setting',
    ],
    [
      'a setting of latest says nothing',
      [...pin('setting', 'latest'), ...netlify],
      '0.122.0 to 0.122.0 by netlify',
    ],
    [
      'a pin beats the installed one',
      [...installed, ...modules, ...netlify, ...workflows],
      '0.122.0 to 0.122.0 by netlify',
    ],
    ['two workflows span a range', [...workflows, ...installed], '0.99.1 to 0.130.0 by workflow'],
    [
      'the installed one beats the minimum of modules',
      [...modules, ...installed],
      '0.147.6 to 0.147.6 by installed',
    ],
    ['modules give a lower bound', modules, '0.110.0 to 0.150.0 by module'],
  ])('%s', (_, evidence, expected) => {
    const { min, max, source } = hugoRangeOf(evidence);
    expect(`${min ?? '…'} to ${max ?? '…'} by ${source}`).toBe(expected);
  });
});
