// Which templates two releases of Hugo used for one page. A row of templateLookupCases.json is what it shows, the page, its keys, and for each template
// of the site (`theme:` for those of its theme) one mark per release: `x` was used, `.` was not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../server/src/core/config/mergeConfig.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { contentFileOf } from '../../server/src/core/site/contentFile.ts';
import { toPageRecord } from '../../server/src/core/site/pageRecord.ts';
import type { SiteTemplate } from '../../server/src/core/site/snapshot.ts';
import { identityOf, renderingTemplates } from '../../server/src/core/site/templateLookup.ts';
import { roleOf } from '../../server/src/core/site/templateRole.ts';
import { hugo } from '../support/site.ts';

type Row = readonly [says: string, page: string, keys: string, templates: Readonly<Record<string, string>>];

const { releases, cases } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'templateLookupCases.json'), 'utf8'),
) as { readonly releases: readonly string[]; readonly cases: readonly Row[] };

const config = mergeConfig([
  {
    path: 'hugo.toml',
    text: '[outputFormats.print]\nmediaType="text/html"\n[languages.en]\nweight=1\n[languages.sv]\nweight=2\n',
  },
]);

function toTemplate(name: string): SiteTemplate {
  const isTheme = name.startsWith('theme:');
  const path = name.replace('theme:', '');
  return {
    source: { uri: undefined, path: name, origin: isTheme ? 'theme' : 'project' },
    path,
    role: roleOf(path),
    rank: isTheme ? 1 : 0,
    reading: undefined,
  };
}

function used([, page, keys, templates]: Row, range: HugoRange): string[] {
  const text = `---\ntitle: x\n${keys}---\n`;
  const record = toPageRecord(`file:///content/${page}`, contentFileOf(page, config), text, range);
  return renderingTemplates(Object.keys(templates).map(toTemplate), identityOf(record, config), range)
    .map(({ source }) => source.path)
    .sort();
}

function marked([, , , templates]: Row, isMarked: (marks: string) => boolean): string[] {
  return Object.entries(templates)
    .flatMap(([name, marks]) => (isMarked(marks) ? name : []))
    .sort();
}

const [oldest, newest] = releases;

test('the releases differ in many cases', () => {
  const marks = cases.map(([, , , templates]) => Object.values(templates).join(' '));
  expect(cases.length).toBeGreaterThan(80);
  expect(marks.filter((all) => /x\.|\.x/.test(all)).length).toBeGreaterThan(20);
});

describe.each(releases.map((release, index) => [release, index] as const))('Hugo %s', (release, index) => {
  test.each(cases)('%s', (...row) => {
    expect(used(row, hugo(release))).toEqual(marked(row, (marks) => marks[index] === 'x'));
  });
});

test.each(cases)('a range over both: %s', (...row) => {
  const range: HugoRange = { min: oldest, max: newest, source: 'setting', file: undefined };
  expect(used(row, range)).toEqual(marked(row, (marks) => marks.includes('x')));
});
