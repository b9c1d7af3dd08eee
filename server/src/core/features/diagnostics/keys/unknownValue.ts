import type { ScalarNode } from '../../../frontMatter/types.ts';
import { templateKeys } from '../../../schema/templateKeys.ts';
import type { KeySchema } from '../../../schema/keySchema.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message, type Message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { severityOfRefusal } from './certainTemplates.ts';
import { editDistance, nearestOf } from '../../../text/near.ts';
import { shownValues } from '../shownValues.ts';
import { pageKeys, replaceScalar, valuesOfOthers, type PageEntry, type PageKeys } from './pageKeys.ts';

/** Where nobody closes the set of values, so many pages have to say one that templates name, and nearly all of them. */
const leastPages = 20;
const shareNamed = 0.95;
/** A value that more pages say is known to somebody: so many, or so much of all. */
const mostOthers = 3;
const shareOthers = 0.02;

/** What a template that asks for `true` or `yes` need not name. */
const negations: ReadonlySet<string> = new Set(['false', 'no', 'off', 'none', '0']);

export const unknownValue: DiagnosticRule = {
  code: 'unknown-value',
  summary: 'Value that means nothing here',
  why: 'The templates, or the team, know certain values of the key only. Another one does nothing, or stops the build.',
  defaultSeverity: 'warning',
  fix: 'Changes the value to the nearest one that is known',
  examples: [
    {
      wrong: '---\nlevel: beginer\n---\n',
      right: '---\nlevel: beginner\n---\n',
      site: `-- layouts/_default/single.html --
{{ if not (in (slice "beginner" "expert") .Params.level) }}{{ errorf "level" }}{{ end }}
`,
    },
    {
      wrong: '---\nlanguage: Sv\n---\n',
      right: '---\nlanguage: Se\n---\n',
      site: '-- .hugo-scribe.yaml --\nkeys:\n  language:\n    values: [Se, En]\n',
    },
  ],
  *check(site, page, now) {
    if (!site.progress.templates || !site.progress.content) {
      return;
    }
    const keys = pageKeys(site, page);
    for (const own of keys.entries) {
      const schema = own.scalars.length > 0 && isCompared(site, own) ? keys.schemaOf(own) : undefined;
      const set = schema && knownValues(site, keys, schema);
      for (const scalar of set === undefined ? [] : own.scalars) {
        if (set !== undefined && !set.values.includes(scalar.text) && set.isMistake(scalar.text)) {
          const severity = severityOf(set, (path) => severityOfRefusal(site, page, keys.asked, path, now));
          yield { ...findingOn(page, scalar, set, own.entry.key), severity };
        }
      }
    }
  },
};

/** Quickly: most keys have values of their own. */
function isCompared(site: SiteSnapshot, { id }: PageEntry): boolean {
  const reads = templateKeys(site).key(id)?.reads ?? [];
  return (
    reads.some(({ reading }) => reading.values.length > 0) ||
    site.team?.keys.some(({ name }) => name.toLowerCase() === id) === true
  );
}

interface KnownValues {
  readonly values: readonly string[];
  readonly explain: (value: string, key: string, values: string, nearest: string | undefined) => Message;
  readonly isMistake: (value: string) => boolean;
  /** The file of the template that stops the build at another value. */
  readonly refusedBy?: string;
}

/** The values that the key may have; nothing where others may mean something, too. */
function knownValues(site: SiteSnapshot, keys: PageKeys, schema: KeySchema): KnownValues | undefined {
  const { team, closed, values } = schema;
  const named = [...new Set(values.filter(({ from }) => from === 'template').map(({ value }) => value))];
  if (team !== undefined && team.values.length > 0) {
    return { values: team.values, explain: notOfTeam, isMistake: () => true };
  }
  if (named.length === 0) {
    return undefined;
  }
  return closed?.level === 'proven'
    ? { values: named, explain: refused, isMistake: () => true, refusedBy: closed.at.path }
    : nearlyClosed(site, keys, schema, named);
}

function nearlyClosed(
  site: SiteSnapshot,
  keys: PageKeys,
  { id, uses }: KeySchema,
  named: readonly string[],
): KnownValues | undefined {
  const others = valuesOfOthers(site, keys, id);
  const all = others.reduce((sum, { pages }) => sum + pages, 0);
  const known = others.reduce((sum, { value, pages }) => sum + (named.includes(value) ? pages : 0), 0);
  if (all < leastPages || known < shareNamed * all || uses.some(({ type }) => type === 'bool')) {
    return undefined;
  }
  const isMistake = (value: string): boolean =>
    !negations.has(value.toLowerCase()) &&
    (others.find((other) => other.value === value)?.pages ?? 0) <= Math.max(mostOthers, shareOthers * all);
  return { values: named, explain: unnamed, isMistake };
}

const notOfTeam: KnownValues['explain'] = (value, key, values) =>
  message('The team’s file knows other values of "{1}": {2}, not "{0}".', value, key, values);

const refused: KnownValues['explain'] = (value, key, values) =>
  message(
    'A template of this site stops the build at this value of "{1}": it takes {2}, not "{0}".',
    value,
    key,
    values,
  );

const unnamed: KnownValues['explain'] = (value, key, values, nearest) =>
  nearest === undefined
    ? message(
        'No template does anything with "{0}" as the value of "{1}": they know {2}.',
        value,
        key,
        values,
      )
    : message(
        'No template does anything with "{0}" as the value of "{1}": they know {2}. Did you mean "{3}"?',
        value,
        key,
        values,
        nearest,
      );

function severityOf(
  { refusedBy }: KnownValues,
  severityBy: (path: string) => 'error' | 'warning' | undefined,
): 'error' | 'warning' {
  return (refusedBy === undefined ? undefined : severityBy(refusedBy)) ?? 'warning';
}

function findingOn(page: PageDocument, scalar: ScalarNode, set: KnownValues, key: string): RuleFinding {
  const { text } = scalar;
  const most = Math.max(1, Math.floor(text.length / 2));
  const near = nearestOf(set.values, (value) => editDistance(text, value, most));
  const nearest = near?.isOnly === true ? near.item : undefined;
  const edits = nearest === undefined ? [] : replaceScalar(page, scalar, nearest);
  return {
    range: scalar.range,
    message: set.explain(text, key, shownValues(set.values), nearest),
    fixes: edits.length === 0 ? [] : [{ title: message('Change it to "{0}"', nearest ?? ''), edits }],
  };
}
