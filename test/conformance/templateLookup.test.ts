// Which templates two releases of Hugo used for one page. A row of templateLookupCases.json is what it shows, the page, its keys, and for each template
// of the site (`theme:` for those of its theme) one mark per release: `x` was used, `.` was not. A view is what `.Render "card"` took for the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../server/src/core/config/mergeConfig.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { contentFileOf } from '../../server/src/core/site/contentFile.ts';
import { toPageRecord } from '../../server/src/core/site/pageRecord.ts';
import type { SiteTemplate } from '../../server/src/core/site/snapshot.ts';
import {
  identityOf,
  renderingTemplates,
  viewTemplates,
  type PageIdentity,
} from '../../server/src/core/site/templateLookup.ts';
import { roleOf } from '../../server/src/core/site/templateRole.ts';
import { hugo } from '../support/site.ts';

type Row = readonly [says: string, page: string, keys: string, templates: Readonly<Record<string, string>>];

type ViewRow = readonly [page: string, keys: string, templates: Row[3]];

const { releases, cases, views } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'templateLookupCases.json'), 'utf8'),
) as {
  readonly releases: readonly string[];
  readonly cases: readonly Row[];
  readonly views: readonly ViewRow[];
};

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
    ids: [],
  };
}

function identity(page: string, keys: string, range: HugoRange): PageIdentity {
  const text = `---\ntitle: x\n${keys}---\n`;
  return identityOf(
    toPageRecord(`file:///content/${page}`, contentFileOf(page, config), text, range),
    config,
  );
}

function pathsOf(templates: readonly SiteTemplate[]): string[] {
  return templates.map(({ source }) => source.path).sort();
}

function used([, page, keys, templates]: Row, range: HugoRange): string[] {
  const all = Object.keys(templates).map(toTemplate);
  return pathsOf(renderingTemplates(all, identity(page, keys, range), range));
}

function viewed([page, keys, templates]: ViewRow, range: HugoRange): string[] {
  const all = Object.keys(templates).map(toTemplate);
  return pathsOf(viewTemplates(all, identity(page, keys, range), 'card', range));
}

function marked(templates: Row[3], isMarked: (marks: string) => boolean): string[] {
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
    expect(used(row, hugo(release))).toEqual(marked(row[3], (marks) => marks[index] === 'x'));
  });

  test.each(views)('the view of %s with %j: %j', (...row) => {
    expect(viewed(row, hugo(release))).toEqual(marked(row[2], (marks) => marks[index] === 'x'));
  });
});

const range: HugoRange = { min: oldest, max: newest, source: 'setting', file: undefined };

test.each(cases)('a range over both: %s', (...row) => {
  expect(used(row, range)).toEqual(marked(row[3], (marks) => marks.includes('x')));
});

test.each(views)('the view of %s with %j in a range over both: %j', (...row) => {
  expect(viewed(row, range)).toEqual(marked(row[2], (marks) => marks.includes('x')));
});
