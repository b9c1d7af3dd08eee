import type { Entry, FrontMatterFormat, MapNode, Node } from '../../../frontMatter/types.ts';
import { writeKey } from '../../../frontMatter/writing.ts';
import { verdictFor } from '../../../hugo/version.ts';
import { valueDemands } from '../../../hugo/valueDemands.ts';
import type { ValueDemand } from '../../../hugo/valueDemands.ts';
import type { HugoVersion } from '../../../hugo/version.ts';
import { changedIn } from '../../../hugo/versions.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { OffsetEdit } from '../../../text/edit.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { judgedAtRender } from '../judged.ts';
import { demandTerms } from './demands.ts';
import type { DemandTerms } from './demands.ts';
import { entriesOf, readableRootOf, readingsOf, refusalBy, releasesWhere, rewritten } from './fieldValues.ts';

export const refusedValue: DiagnosticRule = {
  code: 'refused-value',
  summary: 'Value that Hugo refuses',
  why: 'Hugo stops the build at some values of its own fields: a web address as url or alias, an unknown output format, a text where it wants keys. It does not say at which line.',
  defaultSeverity: 'error',
  fix: 'Takes the path of a web address, the nearest known name, or true or false',
  examples: [
    { wrong: '---\nurl: https://example.org/ink/\n---\n', right: '---\nurl: /ink/\n---\n' },
    { wrong: '---\noutputs: [htlm]\n---\n', right: '---\noutputs: [html]\n---\n' },
    {
      wrong: '+++\naliases = ["https://example.org/old/"]\n+++\n',
      right: '+++\naliases = ["/old/"]\n+++\n',
    },
  ],
  *check(site, page, now) {
    const root = readableRootOf(page);
    if (root === undefined) {
      return;
    }
    const reported = new Set<Entry>();
    for (const demand of valueDemands) {
      for (const place of placesOf(root, demand, page)) {
        if (!reported.has(place.entry)) {
          const found = findingsAt(site, page, demand, place);
          const findings =
            demand.atRender === true ? [...judgedAtRender(site, page, now, found.map(withoutError))] : found;
          if (findings.length > 0) {
            reported.add(place.entry);
          }
          yield* findings;
        }
      }
    }
  },
};

/** A key at which Hugo looks. */
interface Place {
  readonly entry: Entry;
  /** Below a list. */
  readonly inList: boolean;
  /** The release from which Hugo looks there. */
  readonly since?: HugoVersion;
}

function placesOf(root: MapNode, { path, inBranchLists }: ValueDemand, page: PageDocument): readonly Place[] {
  const places = [
    ...placesIn(root, path),
    ...(isNotHandedDown.has(path[0] ?? '') ? [] : handedDown(root)).flatMap((map) =>
      placesIn(map, path).map((place) =>
        isBranch(page) ? place : { ...place, since: changedIn.contentModel },
      ),
    ),
  ];
  return inBranchLists === true ? places.filter(({ inList }) => inList && isBranch(page)) : places;
}

function placesIn(root: MapNode, [first = '', ...rest]: readonly string[]): readonly Place[] {
  const entry = entriesOf(root).get(first);
  if (entry === undefined || (first === 'build' && entriesOf(root).has('_build'))) {
    return [];
  }
  return rest.reduce<readonly Place[]>(
    (above, key) => above.flatMap((place) => placesBelow(place, key)),
    [{ entry, inList: false }],
  );
}

const isNotHandedDown = new Set(['cascade', 'params']);

/** What a page hands down to all pages below, and therefore has itself. */
function handedDown(root: MapNode): readonly MapNode[] {
  const cascade = entriesOf(root).get('cascade')?.value;
  const maps = cascade?.kind === 'list' ? cascade.items : [cascade];
  return maps.flatMap((map) =>
    map?.kind === 'map' && !entriesOf(map).has('target') && !entriesOf(map).has('_target') ? [map] : [],
  );
}

function isBranch({ uri }: PageDocument): boolean {
  return /\/_index(?:\.[^/]*)?$/.test(uri);
}

function placesBelow({ entry: { value }, inList }: Place, key: string): readonly Place[] {
  if (value?.kind === 'list' && key !== '*') {
    return value.items.flatMap((item) => (item.kind === 'map' ? entriesAt(item, key, true) : []));
  }
  return value?.kind === 'map' ? entriesAt(value, key, inList) : [];
}

function entriesAt(map: MapNode, key: string, inList: boolean): readonly Place[] {
  const entries = entriesOf(map);
  const found = key === '*' ? [...entries.values()] : [entries.get(key)];
  return found.flatMap((entry) => (entry === undefined ? [] : [{ entry, inList }]));
}

function findingsAt(
  site: SiteSnapshot,
  page: PageDocument,
  demand: ValueDemand,
  { entry, since = demand.since }: Place,
): readonly RuleFinding[] {
  const terms = demandTerms[demand.demand];
  const { value } = entry;
  const isOfItems = terms.ofItems === true && value?.kind === 'list';
  const nodes = isOfItems ? value.items.filter(isScalar) : [value];
  return nodes.flatMap(
    (node) =>
      findingOn(site, page, { ...demand, ...(since && { since }) }, { entry, node, isItem: isOfItems }) ?? [],
  );
}

interface AskedValue {
  readonly entry: Entry;
  readonly node: Node | undefined;
  /** Of a list that is the value of the key. */
  readonly isItem: boolean;
}

/** How bad it is then follows from the page. */
function withoutError({ severity, ...finding }: RuleFinding): RuleFinding {
  return severity === undefined || severity === 'error' ? finding : { ...finding, severity };
}

function isScalar({ kind }: Node): boolean {
  return kind === 'scalar';
}

function findingOn(
  site: SiteSnapshot,
  page: PageDocument,
  demand: ValueDemand,
  { entry, node, isItem }: AskedValue,
): RuleFinding | undefined {
  const terms = demandTerms[demand.demand];
  const readings = readingsOf(node, formatOf(page));
  const releases = releasesWhere(readings, demand, (value) => !terms.meets(value, site.config, isItem));
  const text = node?.kind === 'scalar' ? node.text : '';
  const refusal = releases && refusalBy(site.hugo, releases, terms.why(entry.key, text));
  if (refusal === undefined) {
    return undefined;
  }
  const hasNoPlace = node === undefined || node.range.start === node.range.end;
  const isOnKey = hasNoPlace || demand.demand === 'absent' || demand.demand === 'renamed';
  return {
    ...(demand.onlyIfUsed === true ? ifUsed(terms, entry) : refusal),
    range: isOnKey ? entry.keyRange : node.range,
    fixes: demand.demand === 'renamed' ? renaming(site, page, entry) : changes(site, page, terms, node),
  };
}

function ifUsed(terms: DemandTerms, { key }: Entry): Pick<RuleFinding, 'severity' | 'message'> {
  return {
    severity: 'warning',
    message: message('{0} Hugo stops the build where a template shows that menu.', terms.why(key, '')),
  };
}

function formatOf({ fence }: PageDocument): FrontMatterFormat {
  return fence?.format ?? 'yaml';
}

function changes(
  site: SiteSnapshot,
  page: PageDocument,
  { better }: DemandTerms,
  node: Node | undefined,
): readonly Fix[] {
  const instead = node?.kind === 'scalar' ? better?.(node.text, site.config) : undefined;
  if (node?.kind !== 'scalar' || instead === undefined) {
    return [];
  }
  const { baseUrl } = site.config;
  const isOwn = baseUrl !== undefined && /^https?:/.test(baseUrl) && node.text.startsWith(baseUrl);
  const isTruth = instead === 'true' || instead === 'false';
  const edits: OffsetEdit[] = isTruth
    ? [{ range: node.range, newText: instead }]
    : [rewritten(node, instead, formatOf(page))];
  return [
    { title: message('Change it to "{0}"', instead), edits, ...(isOwn || isTruth ? { isSure: true } : {}) },
  ];
}

/** Only where no release is left that knows the old name alone. */
function renaming({ hugo }: SiteSnapshot, page: PageDocument, { keyRange }: Entry): readonly Fix[] {
  const newText = writeKey(formatOf(page), 'build');
  return verdictFor(hugo, changedIn.contentModel) === 'all'
    ? [
        {
          title: message('Change it to "{0}"', 'build'),
          edits: [{ range: keyRange, newText }],
          isSure: true,
        },
      ]
    : [];
}
