import { expect, test } from 'vitest';
import { unknownHugo, type HugoRange } from '../../../server/src/core/hugo/version.ts';
import { emptyFacts } from '../../../server/src/core/site/emptyFacts.ts';
import {
  shortcodeDefinitions,
  type ShortcodeFile,
} from '../../../server/src/core/site/shortcodeDefinitions.ts';
import type { SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
import { SiteStore } from '../../../server/src/core/site/store.ts';

const old: HugoRange = { ...unknownHugo, min: '0.111.3', max: '0.111.3' };
const recent: HugoRange = { ...unknownHugo, min: '0.147.6', max: '0.147.6' };
const both: HugoRange = { ...unknownHugo, min: '0.111.3', max: '0.147.6' };

function template(
  path: string,
  rank: number,
  takesInner: boolean | undefined,
  documentation?: string,
): ShortcodeFile {
  const name = path.replace(/^.*shortcodes\//, '').replace(/\..*$/, '');
  const facts = takesInner === undefined ? undefined : { takesInner, documentation };
  return {
    name,
    source: { uri: `file:///s/${path}`, path, origin: rank === 0 ? 'project' : 'theme' },
    rank,
    facts,
  };
}

function siteWith(hugo: HugoRange, ...files: readonly ShortcodeFile[]): SiteSnapshot {
  const shortcodes = shortcodeDefinitions(files, hugo);
  return new SiteStore({ ...emptyFacts('file:///s'), hugo, shortcodes }).snapshot;
}

test('the project wins over the first theme, that over the second, and all over Hugo', () => {
  const site = siteWith(
    recent,
    template('themes/b/layouts/shortcodes/figure.html', 2, false),
    template('themes/a/layouts/shortcodes/figure.html', 1, true),
    template('layouts/shortcodes/figure.html', 0, true, 'Ours'),
  );
  const figure = site.shortcode('figure');
  expect(figure?.sources.map(({ path, origin }) => `${origin} ${path}`)).toEqual([
    'project layouts/shortcodes/figure.html',
    'theme themes/a/layouts/shortcodes/figure.html',
    'theme themes/b/layouts/shortcodes/figure.html',
    'embedded figure',
  ]);
  expect(figure).toMatchObject({ takesInner: true, documentation: 'Ours' });
});

test.each([
  ['agree', [true, true], true],
  ['disagree', [true, false], undefined],
  ['cannot all be read', [true, undefined], undefined],
])('when the variants of one template %s, inner content is %j: %j', (_, [html, amp], expected) => {
  const site = siteWith(
    recent,
    template('layouts/shortcodes/box.html', 0, html),
    template('layouts/shortcodes/box.amp.html', 0, amp),
  );
  expect(site.shortcode('box')?.takesInner).toBe(expected);
});

test.each([
  ['Box', old, 'box', undefined],
  ['Box', old, 'Box', 'Box'],
  ['Box', recent, 'box', 'Box'],
  ['Box', both, 'BOX', 'Box'],
  ['Box', unknownHugo, 'box', 'Box'],
  ['deep/er/z', old, 'deep/er/z', 'deep/er/z'],
  ['deep/er/z', old, 'z', undefined],
  ['box', recent, '__proto__', undefined],
])('a template %s, in %j, is called as %s: %j', (name, hugo, called, expected) => {
  const site = siteWith(hugo, template(`layouts/shortcodes/${name}.html`, 0, false));
  expect(site.shortcode(called)?.name).toBe(expected);
});

test.each([
  ['qr', old, false],
  ['qr', recent, true],
  ['qr', both, true],
  ['qr', unknownHugo, true],
  ['figure', old, true],
])('%s is embedded in %j: %j', (name, hugo, expected) => {
  expect(siteWith(hugo).shortcode(name) !== undefined).toBe(expected);
});

test.each([
  [old, 'Box', 2],
  [old, 'box', 1],
  [recent, 'Box', 3],
  [recent, 'box', 3],
])('in %j, %s is called so often: %j', (hugo, name, calls) => {
  const store = new SiteStore({ ...emptyFacts('file:///s'), hugo });
  const uri = 'file:///s/content/a.md';
  const place = {
    path: 'a.md',
    language: 'en',
    section: '',
    bundle: 'none',
    keys: [],
    arguments: [],
  } as const;
  const site = store.update({ files: [[uri, { ...place, uri, calls: ['Box', 'box', 'Box'] }]] });
  expect(site.shortcodeUse(name)).toEqual({ calls, pages: 1 });
});
