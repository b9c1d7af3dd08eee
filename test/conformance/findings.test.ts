// "If Hugo would fail on this file, there is an error at the exact place; if Hugo would build it, there is none": asked of the recorded verdicts of
// real Hugos.
import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/core/features/check.ts';
import type { Finding } from '../../server/src/core/features/finding.ts';
import { isContentPath } from '../../server/src/core/site/contentFile.ts';
import { ignoredPaths } from '../../server/src/core/site/ignoredPaths.ts';
import type { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { now } from '../support/checks.ts';
import { hugo, pageOf, siteOf } from '../support/site.ts';
import { caseGroups, readCases, siteTexts, type HugoCase, type Verdict } from './hugoCases.ts';

const versions = ['0.111.3', '0.147.6', '0.152.2', '0.168.0'] as const;

/** Cases on which Hugo fails and we say nothing, and why. None is a false alarm. */
const missed: Readonly<Record<string, readonly string[]>> = {
  'a program that converts the text is not installed': ['fld-markup-rst', 'fld-markup-asciidoc'],
  'a menu is read only where a template asks for it': [
    ...['fld-menu-entry-string', 'fld-menu-badweight', 'fld-menu-bad'],
  ],
  'the template reads arguments in a way that Go refuses': [
    ...['rt-nomethod', 'rt-getneg', 'rt-idx0-named', 'rt-idxs-pos', 'rt-idxs-none'],
    ...['rt-paramsx-pos', 'rt-paramsx-none'],
  ],
  'the template stands in the text itself, as inline shortcodes do where a site allows them': [
    ...['sc-inline-on-badtpl', 'sc-inline-on-parse'],
  ],
  'a token for another server is missing': ['emb-instagram', 'emb-instagram-simple'],
  'the network is missing': ['emb-vimeo-simple'],
  'Hugo before 0.112 alone breaks down at attributes within attributes': ['md-attr-inner'],
  'it builds for languages that the highlighter does not know': ['md-attr-linenos-number'],
  'a zone of 24 hours is one for the newest Hugo alone': ['date-zone-24'],
};

const reasons = new Map(Object.entries(missed).flatMap(([why, names]) => names.map((name) => [name, why])));

const byVersion = versions.map((version) => [version, [...judge(version)]] as const);

describe.each(byVersion)('Hugo %s', (_, judged) => {
  test('builds what we find no error in, and nothing else', () => {
    expect(judged.length).toBeGreaterThan(560);
    const wrong = judged.filter(({ name, verdict, errors }) =>
      verdict === 'ok' ? errors.length > 0 : errors.length === 0 && !reasons.has(name),
    );
    expect(wrong.map(({ name, errors }) => [name, ...errors.map(({ code }) => code)])).toEqual([]);
  });

  test('fails at the places that we say', () => {
    const refused = judged.filter(({ verdict, errors }) => verdict !== 'ok' && errors.length > 0);
    expect(refused.length).toBeGreaterThan(150);
    expect(refused.filter((each) => !isAtItsPlace(each)).map(({ name }) => name)).toEqual([]);
  });
});

test('every case that is listed is missed by some release', () => {
  const found = new Set(
    byVersion
      .flatMap(([, judged]) => judged)
      .filter(({ verdict, errors }) => verdict !== 'ok' && errors.length === 0)
      .map(({ name }) => name),
  );
  expect([...reasons.keys()].filter((name) => !found.has(name))).toEqual([]);
});

interface Judged extends HugoCase {
  readonly page: PageDocument;
  readonly verdict: Verdict;
  readonly errors: readonly Finding[];
}

/** The content files among the cases, with what this release said, and the errors that we find for it. */
function* judge(version: string): Iterable<Judged> {
  const sites = new Map<string, SiteSnapshot>();
  for (const each of caseGroups.flatMap(readCases)) {
    const { path, text, verdicts, config, extra } = each;
    const verdict = verdicts[version];
    const key = JSON.stringify([config, extra]);
    const site = sites.get(key) ?? siteOf(toTxtar(siteTexts(each)), { hugo: hugo(version) });
    sites.set(key, site);
    const logicalPath = path.replace(/^content\//, '');
    if (verdict === undefined || text === undefined || !isContentPath(logicalPath, site.hugo)) {
      continue;
    }
    const page = pageOf(site, path, text);
    const isIgnored = ignoredPaths(site.config)(logicalPath, path);
    const errors = isIgnored ? [] : check(site, page, now).filter(({ severity }) => severity === 'error');
    yield { ...each, page, verdict, errors };
  }
}

/**
 * Some error of ours holds the place that was checked by hand, or else begins on the line that Hugo 0.147.6 names. Hugo 0.111.3 may fail on something
 * else, which it places rightly unless it says 1:1.
 */
function isAtItsPlace({ page: { lines }, at, verdict, verdicts, errors }: Judged): boolean {
  const starts = new Set(errors.map(({ range }) => lines.lineAt(range.start) + 1));
  const isNamedBy = (said: Verdict | undefined): boolean =>
    said !== undefined &&
    said !== 'ok' &&
    said.place !== '1:1' &&
    starts.has(Number.parseInt(said.place ?? ''));
  if (at === undefined) {
    return isNamedBy(verdicts['0.147.6']) || isNamedBy(verdict);
  }
  const [line = 0, column = 0] = at.split(':').map(Number);
  const offset = lines.offsetAt({ line: line - 1, character: column - 1 });
  return (
    errors.some(({ range }) => range.start <= offset && offset <= range.end) ||
    (verdict === verdicts['0.111.3'] && isNamedBy(verdict))
  );
}

function toTxtar(texts: ReadonlyMap<string, string>): string {
  return [...texts]
    .map(([path, text]) => `-- ${path} --\n${text}${/[^\n]$/.test(text) ? '\n' : ''}`)
    .join('');
}
