// Which templates two releases of Hugo took for pages that inherit `type` or `layout`. A row of cascadeCases.json is what it shows, the site's
// configuration, its pages with their keys, and for each page the template that each release used, of those in `templates`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cascadedIdentity } from '../../server/src/core/site/cascade.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { renderingTemplates } from '../../server/src/core/site/templateLookup.ts';
import { hugo, siteOf } from '../support/site.ts';

type Row = readonly [
  says: string,
  config: string,
  pages: Readonly<Record<string, string>>,
  used: Readonly<Record<string, readonly string[]>>,
];

const { releases, templates, cases } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'cascadeCases.json'), 'utf8'),
) as {
  readonly releases: readonly string[];
  readonly templates: readonly string[];
  readonly cases: readonly Row[];
};

function siteOfRow([, config, pages]: Row, release: string): SiteSnapshot {
  const files = [
    ['hugo.yaml', config],
    ...templates.map((name) => [`layouts/${name}.html`, 'x\n']),
    ...Object.entries(pages).map(([path, keys]) => [`content/${path}`, `---\ntitle: x\n${keys}---\n`]),
  ];
  const txtar = files.map(([path = '', text = '']) => `-- ${path} --\n${text}`).join('');
  return siteOf(txtar, { hugo: hugo(release) });
}

function usedBy(site: SiteSnapshot, path: string): string[] {
  const page = site.page(`${site.root}/content/${path}`);
  const found =
    page === undefined ? [] : renderingTemplates(site.templates(), cascadedIdentity(site, page), site.hugo);
  return found.map((template) => template.path.replace('.html', ''));
}

describe.each(releases.map((release, index) => [release, index] as const))('Hugo %s', (release, index) => {
  test.each(cases)('%s', (...row) => {
    const site = siteOfRow(row, release);
    const found = Object.keys(row[2]).map((path) => [path, usedBy(site, path)]);
    expect(found).toEqual(Object.entries(row[3]).map(([path, used]) => [path, [used[index]]]));
  });
});
