import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { scanShortcodes } from '../../server/src/core/shortcodes/scan.ts';
import { parseShortcodes } from '../../server/src/core/shortcodes/tree.ts';
import { parseTemplate } from '../../server/src/core/templates/parse.ts';
import { takesInner } from '../../server/src/core/templates/takesInner.ts';
import { shortcodeCases, shortcodeTemplates } from './shortcodeCases.ts';

/** Where Hugo's line is not the one that a writer needs, and why. */
const otherLine: Readonly<Record<string, { readonly line: number; readonly why: string }>> = {
  'sc-nospace-named-unq': {
    line: 5,
    why: 'Hugo names the end of the file, the value that swallows the delimiter is the fault',
  },
  'sc-named-unq-slashclose': { line: 5, why: 'as above' },
  'sc-named-empty': { line: 5, why: 'as above' },
  'sc-only-open': { line: 5, why: 'Hugo names the end of the file, the tag without an end is the fault' },
  'sc-only-open-text': { line: 5, why: 'as above' },
  'sc-unknown-nested': { line: 6, why: 'Hugo names the outermost call, the unknown one stands in it' },
  'sc-unclosed-nested': {
    line: 6,
    why: 'Hugo names the outer shortcode, which is closed; the inner one is not',
  },
};

/** Errors of rendering, which no parser sees. */
const onlyWhenRendered = new Set([
  'sc-inline-on-badtpl',
  'sc-inline-on-parse',
  'sc-inline-undefined',
  'sc-inline-unclosed',
]);

const releases: readonly HugoRange[] = ['0.111.3', '0.147.6', '0.152.2', '0.168.0'].map((version) =>
  exactly(version),
);

function exactly(version: string): HugoRange {
  return { min: version, max: version, source: 'setting', file: undefined };
}

/** Of Hugo's own. */
const embedded: ReadonlyMap<string, string> = new Map([
  ['ref', ''],
  ['relref', ''],
]);

/** The line of the first error, in the order of the text; `ok` when there is none. Templates that nobody knows are errors too. */
function checkCase(text: string, templates: ReadonlyMap<string, string>, hugo: HugoRange): number | 'ok' {
  const isOld = hugo.max === '0.111.3';
  const find = (name: string): string | undefined => {
    return templates.get(isOld ? name : name.toLowerCase()) ?? embedded.get(name);
  };
  const scan = scanShortcodes(text, text.indexOf('---', 3) + 3, hugo);
  const tree = parseShortcodes(scan, (name) => {
    const template = find(name);
    return template === undefined ? undefined : takesInner(parseTemplate(template).tree);
  });
  const unknown = scan.tags.filter(({ kind, inline, sound, name }) => {
    return sound && (kind === 'open' || kind === 'selfClosing') && !inline && find(name) === undefined;
  });
  const fatal = scan.problems.filter((problem) => problem.fatal === 'always');
  const places = [...fatal, ...tree.unclosed, ...tree.unopened, ...tree.needless, ...unknown];
  const first = Math.min(...places.map(({ range }) => range.start));
  return Number.isFinite(first) ? text.slice(0, first).split('\n').length : 'ok';
}

function expected(name: string, verdict: number | 'ok', hugo: HugoRange): number | 'ok' {
  if (name === 'sc-case') {
    return hugo.max === '0.111.3' ? 5 : 'ok';
  }
  return onlyWhenRendered.has(name) ? 'ok' : (otherLine[name]?.line ?? verdict);
}

describe.each(releases)('Hugo $max', (hugo) => {
  test.each(shortcodeCases)('%s', (name, body, verdict) => {
    const text = `---\ntitle: S\n---\nline4\n${body}`;
    expect(checkCase(text, shortcodeTemplates, hugo)).toBe(expected(name, verdict, hugo));
  });
});

test('every exception is about a case', () => {
  const names = shortcodeCases.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(otherLine), ...onlyWhenRendered]));
});

interface SharedRow {
  readonly name: string;
  readonly file: string;
  readonly '0.147.6': { readonly verdict: string; readonly line?: number };
}

const shared = `${process.env['SHARED'] ?? '../shared'}/hugo-cases`;

describe.skipIf(!existsSync(`${shared}/cases.json`))('the shared cases', () => {
  const read = (path: string): string => readFileSync(`${shared}/${path}`, 'utf8');

  test('our copy says the same', () => {
    const rows = (JSON.parse(read('cases.json')) as SharedRow[]).filter(({ name }) =>
      /^(?:sc|inner)-/.test(name),
    );
    const theirs = rows.map((row) => {
      const body = read(row.file).replace('---\ntitle: S\n---\nline4\n', '');
      const { verdict, line } = row['0.147.6'];
      return [row.name, body, verdict === 'error' ? line : verdict];
    });
    expect(shortcodeCases).toEqual(theirs);
  });
});
