import type { Range } from 'vscode-languageserver-types';
import { keySchema } from '../schema/keySchema.ts';
import { findArgument, shortcodeSchema, type ArgumentSchema } from '../schema/shortcodeSchema.ts';
import { isOwnText } from '../schema/valueType.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { toKeyId } from '../site/pageRecord.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { lookupTargets } from './definition/lookupTargets.ts';
import { leadTargets, placeTargets, templateTargets, type DefinitionTarget } from './definition/targets.ts';
import { sectionTargets, termTargets } from './definition/termTargets.ts';
import { leadsOf } from './leads.ts';
import { readsThatConcern } from './provenance.ts';
import { schemaPath } from '../schema/schemaPath.ts';
import { subjectAt, type ArgumentSubject, type Subject, type ValueSubject } from './subject.ts';

export type { DefinitionTarget } from './definition/targets.ts';

/** Where something of a page comes from or leads to. */
export interface Definition {
  /** What was pointed at. */
  readonly origin: Range;
  /** The most telling first. */
  readonly targets: readonly DefinitionTarget[];
}

/**
 * From what stands at `offset` (UTF-16) of the page: from a key to the templates that read it, of other pages
 * only where none concerns this one; from a shortcode to
 * its template and those that it hides; from an argument to where its template asks for it; from a value to its file, page or data, from a term to its page or
 * those that have it, from a type or layout to the template that it chooses.
 */
export function definition(site: SiteSnapshot, page: PageDocument, offset: number): Definition | undefined {
  const subject = subjectAt(site, page, offset);
  const targets = subject === undefined ? [] : targetsOf(site, page, subject);
  return subject === undefined || targets.length === 0
    ? undefined
    : { origin: page.lines.toRange(subject.range), targets };
}

function targetsOf(site: SiteSnapshot, page: PageDocument, subject: Subject): readonly DefinitionTarget[] {
  switch (subject.kind) {
    case 'key': {
      const schema = keySchema(site, site.page(page.uri), schemaPath(subject.entry.path, site.hugo));
      const reads = schema === undefined ? [] : readsThatConcern(schema);
      return placeTargets(
        site,
        reads.map(({ at }) => at),
      );
    }
    case 'value':
      return valueTargets(site, page, subject);
    case 'shortcode':
      return templateTargets(subject.definition);
    case 'argument':
      return placeTargets(site, argumentOf(site, subject)?.reads ?? []);
    case 'argumentValue':
      return argumentValueTargets(site, subject);
  }
}

function valueTargets(
  site: SiteSnapshot,
  page: PageDocument,
  { entry, scalar }: ValueSubject,
): readonly DefinitionTarget[] {
  const path = schemaPath(entry.path, site.hugo);
  const schema = keySchema(site, site.page(page.uri), path);
  const id = schema?.id ?? toKeyId(path);
  const named = [
    ...(targetsByKey.get(id)?.(site, page.uri, scalar.text) ?? []),
    ...termTargets(site, page.uri, id, scalar.text),
  ];
  if (named.length > 0 || (schema !== undefined && isOwnText(schema))) {
    return named;
  }
  return leadTargets(leadsOf(site, scalar.text, schema?.uses ?? []));
}

/** Keys whose values are names of something that Hugo looks up. */
const targetsByKey: ReadonlyMap<string, typeof lookupTargets> = new Map([
  ['type', lookupTargets],
  ['layout', lookupTargets],
  ['section', sectionTargets],
]);

/** A value without a name that leads nowhere for sure stands for its argument, too. */
function argumentValueTargets(site: SiteSnapshot, subject: ArgumentSubject): readonly DefinitionTarget[] {
  const { uses = [], reads = [] } = argumentOf(site, subject) ?? {};
  const targets = leadTargets(leadsOf(site, subject.argument.value, uses));
  const isSure = typeof subject.key === 'string' || targets.some(({ kind }) => kind === 'file');
  return isSure ? targets : [...targets, ...placeTargets(site, reads)];
}

function argumentOf(site: SiteSnapshot, { definition, key }: ArgumentSubject): ArgumentSchema | undefined {
  return findArgument(shortcodeSchema(site, definition.name), key);
}
