import { findField } from '../../../hugo/frontMatterFields.ts';
import { verdictFor } from '../../../hugo/version.ts';
import { goccySince } from '../../../hugo/yamlDialects.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { Message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { truthOf } from './demands.ts';
import { readableRootOf, readingsOf } from './fieldValues.ts';
import type { Readings } from './fieldValues.ts';
import { scalarsIn } from './scalars.ts';
import type { PlacedScalar } from './scalars.ts';

export const ambiguousValue: DiagnosticRule = {
  code: 'ambiguous-value',
  summary: 'Word or number that YAML takes for something else',
  why: 'Without quotes no, on and y are false and true up to Hugo 0.151, and texts after it. 010 is 8, and 1.10 is 1.1.',
  defaultSeverity: 'hint',
  fix: 'Puts the value in quotes',
  examples: [
    { wrong: '---\ntags: [no, en]\n---\n', right: '---\ntags: ["no", en]\n---\n' },
    { wrong: '---\ntitle: 007\n---\n', right: '---\ntitle: "007"\n---\n' },
  ],
  *check(site, page) {
    const root = page.fence?.format === 'yaml' ? readableRootOf(page) : undefined;
    for (const placed of root === undefined ? [] : scalarsIn(root)) {
      if (placed.scalar.style === 'plain' && suspicious.test(placed.scalar.text)) {
        const finding = findingOn(site, placed);
        if (finding !== undefined) {
          yield finding;
        }
      }
    }
  },
};

/** Cheap to ask of every value: words of truth, nothing, and numbers. */
const suspicious = /^(?:[yn~]|yes|no|on|off|null|[-+]?\.?\d[\w.+-]*)$/i;

function findingOn(site: SiteSnapshot, placed: PlacedScalar): RuleFinding | undefined {
  const { scalar } = placed;
  const readings = readingsOf(scalar, 'yaml');
  const why = isWord(readings) ? whyOfWord(site, placed) : whyOfNumber(site, placed, readings);
  return why && { range: scalar.range, message: why.message, fixes: fixesOf(placed, why) };
}

interface Why {
  readonly message: Message;
  readonly isText: boolean;
}

/** A yes or no of the older readers, and a text for the newer ones. */
function isWord({ older, newer }: Readings): boolean {
  return older.type === 'bool' && newer.type === 'string';
}

function whyOfWord(site: SiteSnapshot, placed: PlacedScalar): Why | undefined {
  const { scalar, path } = placed;
  const newer = verdictFor(site.hugo, goccySince);
  const isText = wantsText(site, path);
  const field = findField(path);
  if ((field !== undefined && !isText) || (isText && newer === 'all')) {
    return undefined;
  }
  const truth = truthOf(scalar.text) ?? 'true';
  if (newer === 'some') {
    const template =
      'Hugo before 0.152 takes "{0}" for {1}, newer ones for a text. Put it in quotes if it is one.';
    return { message: message(template, scalar.text, truth), isText };
  }
  const { bools, texts } = typesOf(site, path);
  if (newer === 'none' && (isText || texts > bools)) {
    return {
      message: message('Hugo takes "{0}" for {1}. Put it in quotes if it is a text.', scalar.text, truth),
      isText: true,
    };
  }
  return newer === 'all' && bools > texts && truth === 'false'
    ? {
        message: message(
          'Hugo takes "{0}" for a text, and any text counts as true. Write {1}.',
          scalar.text,
          truth,
        ),
        isText: false,
      }
    : undefined;
}

function whyOfNumber(
  site: SiteSnapshot,
  { scalar, path }: PlacedScalar,
  { older }: Readings,
): Why | undefined {
  const isText = wantsText(site, path);
  const isOctal = older.type === 'int' && /^[-+]?0\d/.test(scalar.text);
  const isVersion = older.type === 'float' && /version/i.test(path.at(-1) ?? '');
  const isChanged = older.type !== 'string' && older.text !== scalar.text && scalar.text !== '';
  return isChanged && (isText || isOctal || isVersion)
    ? {
        message: message(
          'Hugo takes "{0}" for {1}. Put it in quotes if it is a text.',
          scalar.text,
          older.type === 'null' ? message('nothing') : older.text,
        ),
        isText: isText || isVersion,
      }
    : undefined;
}

/** Hugo itself makes a text of it: a title, a tag. */
function wantsText({ config }: SiteSnapshot, path: readonly string[]): boolean {
  const key = path[0]?.toLowerCase() ?? '';
  const field = findField(path);
  return (
    path.length === 1 &&
    (field?.type === 'string' || key === 'keywords' || isTaxonomy(config.taxonomies, key))
  );
}

function isTaxonomy(taxonomies: ReadonlyMap<string, string>, key: string): boolean {
  return [...taxonomies.values()].includes(key);
}

function typesOf(site: SiteSnapshot, path: readonly string[]): { bools: number; texts: number } {
  const types = site.keyStats(path.join('.').toLowerCase())?.types;
  return { bools: types?.get('bool') ?? 0, texts: types?.get('string') ?? 0 };
}

function fixesOf({ scalar: { range, text } }: PlacedScalar, { isText }: Why): readonly Fix[] {
  const quoted: Fix = {
    title: message('Put it in quotes'),
    edits: [{ range, newText: `"${text}"` }],
    ...(isText ? { isSure: true } : {}),
  };
  const truth = truthOf(text);
  return isText || truth === undefined
    ? [quoted]
    : [{ title: message('Change it to "{0}"', truth), edits: [{ range, newText: truth }] }, quoted];
}
