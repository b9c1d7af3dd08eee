import { writeKey } from '../../../frontMatter/writing.ts';
import { fieldsBelow, namesOf } from '../../../hugo/frontMatterFields.ts';
import { scopesFor, templateKeys, type TemplateKey } from '../../../schema/templateKeys.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { toKeyId } from '../../../site/pageRecord.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { misspelledName, nearestOf } from '../../../text/near.ts';
import { otherPagesWith, pageKeys, type PageEntry, type PageKeys } from './pageKeys.ts';
import { isKnownKey, readerBelow, readersAreKnown } from '../../../schema/readKeys.ts';

/** A key that more pages have is their own word. */
const mostMistaken = 3;

/** Where somebody unknown may read the key: only one page has it, and so many the other. */
const overwhelming = 50;

/** So many pages make a key that no template reads a usual one. */
const usual = 10;

/** So many keys of a page that nobody knows are compared: a page with more is made by a program. */
const mostUnknown = 40;

/** So many pages of its section tell whether a key of other pages may be meant. */
const pagesAsked = 200;

export const misspelledKey: DiagnosticRule = {
  code: 'misspelled-key',
  summary: 'Key with a mistyped name',
  why: 'Hugo takes any key. One that no template reads because its name is mistyped does nothing, and nobody says so.',
  defaultSeverity: 'warning',
  fix: 'Gives the key the name that is read',
  examples: [
    {
      wrong: '---\ntitle: Ink\nlanduage: en\n---\n',
      right: '---\ntitle: Ink\nlanguage: en\n---\n',
      site: '-- layouts/_default/single.html --\n{{ .Title }} {{ .Params.language }}\n',
    },
    {
      wrong: '+++\nalias = ["/ink/"]\n+++\n',
      right: '+++\naliases = ["/ink/"]\n+++\n',
      site: '-- layouts/_default/single.html --\n{{ .Title }}\n',
    },
  ],
  check: (site, page) => misspelledKeys(site, page),
};

const known = new WeakMap<PageKeys, readonly RuleFinding[]>();

/** The findings on a page, worked out once for this rule and the one of keys that nothing reads. */
export function misspelledKeys(site: SiteSnapshot, page: PageDocument): readonly RuleFinding[] {
  if (!site.progress.templates || !site.progress.content) {
    return [];
  }
  const keys = pageKeys(site, page);
  const found = known.get(keys) ?? findMisspelled(site, page, keys);
  known.set(keys, found);
  return found;
}

function findMisspelled(site: SiteSnapshot, page: PageDocument, keys: PageKeys): readonly RuleFinding[] {
  const candidatesBelow = new Map<string, readonly Meant[]>();
  const unknown = keys.entries.filter(({ path }) => !isKnownKey(site, path)).slice(0, mostUnknown);
  return unknown.flatMap((own) => {
    const parent = own.path.slice(0, -1);
    const reader = readerBelow(site, parent);
    const id = toKeyId(parent);
    const meant =
      candidatesBelow.get(id) ?? (reader === undefined ? [] : [...candidates(site, keys, parent, reader)]);
    candidatesBelow.set(id, meant);
    return [...misspelling(site, page, keys, own, meant)];
  });
}

interface Meant {
  readonly name: string;
  readonly readBy: 'hugo' | 'templates' | 'nobody';
  /** Asked of the few that are near: it costs more than to compare names. */
  readonly isMeant: () => boolean;
}

function* misspelling(
  site: SiteSnapshot,
  page: PageDocument,
  keys: PageKeys,
  own: PageEntry,
  candidates: readonly Meant[],
): Iterable<RuleFinding> {
  const { entry, path, id } = own;
  const parent = path.slice(0, -1);
  const others = otherPagesWith(site, keys, id);
  const idOf = ({ name }: Meant): string => toKeyId([...parent, name]);
  const near = nearestOf(candidates, (meant) => {
    const distance = misspelledName(entry.key, meant.name);
    return distance === undefined || keys.ids.has(idOf(meant)) || !meant.isMeant() ? undefined : distance;
  });
  if (near === undefined) {
    return;
  }
  const { item, isOnly } = near;
  const users = otherPagesWith(site, keys, idOf(item));
  const isProven = item.readBy !== 'nobody' && readersAreKnown(site, keys.asked);
  if (item.readBy !== 'hugo' && others > Math.max(mostMistaken, users / 4)) {
    return;
  }
  if (isProven) {
    yield {
      range: entry.keyRange,
      message: message(
        'Nothing reads the key "{0}": neither a template of this site nor Hugo. Did you mean "{1}"?',
        entry.key,
        item.name,
      ),
      fixes: [renaming(page, own, item.name, isOnly)],
    };
  } else if (item.readBy === 'hugo' && parent.length === 0 && steersPage(entry.key, item.name)) {
    yield {
      range: entry.keyRange,
      severity: 'hint',
      message: message('Hugo has no key "{0}", but "{1}". Did you mean that?', entry.key, item.name),
      fixes: [renaming(page, own, item.name, false)],
    };
  } else if (others === 0 && users >= (item.readBy === 'nobody' ? usual : overwhelming)) {
    yield {
      range: entry.keyRange,
      severity: 'hint',
      message: message(
        'No other page has the key "{0}", and {2} have "{1}". Did you mean that?',
        entry.key,
        item.name,
        users,
      ),
      fixes: [renaming(page, own, item.name, false)],
    };
  }
}

/** Fields of Hugo's that no theme has a use for under another name. */
const steering: ReadonlySet<string> = new Set([
  'aliases',
  'cascade',
  'draft',
  'expirydate',
  'headless',
  'iscjklanguage',
  'lastmod',
  'layout',
  'linktitle',
  'markup',
  'outputs',
  'publishdate',
  'translationkey',
]);

function steersPage(written: string, meant: string): boolean {
  return (
    steering.has(meant.toLowerCase()) && written.charAt(0).toLowerCase() === meant.charAt(0).toLowerCase()
  );
}

function* candidates(
  site: SiteSnapshot,
  keys: PageKeys,
  parent: readonly string[],
  reader: 'hugo' | 'templates',
): Iterable<Meant> {
  const isTop = parent.length === 0;
  for (const name of isTop || reader === 'hugo' ? namesByHugo(site, parent) : []) {
    yield { name, readBy: 'hugo', isMeant: () => true };
  }
  if (reader === 'templates') {
    const id = toKeyId(parent);
    const read = new Map(
      templateKeys(site)
        .below(id)
        .map((key) => [key.id, key]),
    );
    for (const key of read.values()) {
      const name = site.keyStats(key.id)?.spelling ?? key.spelling;
      yield { name, readBy: 'templates', isMeant: () => concerns(site, keys, key) };
    }
    for (const { id: used, spelling, pages } of site.keysBelow(id)) {
      const key = read.get(used);
      if (pages >= usual && !(isTop && isHugos(spelling))) {
        const isMeant = (): boolean => key === undefined || !concerns(site, keys, key);
        yield { name: spelling, readBy: 'nobody', isMeant };
      }
    }
  }
}

function namesByHugo({ config }: SiteSnapshot, parent: readonly string[]): readonly string[] {
  return [
    ...fieldsBelow(parent).flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    ...(parent.length === 0 ? config.taxonomies.values() : []),
  ];
}

function isHugos(name: string): boolean {
  return fieldsBelow([]).some((field) => namesOf(field).includes(name.toLowerCase()));
}

/** Templates of this page read it, or those of others and pages of its section have it. */
function concerns(site: SiteSnapshot, { asked }: PageKeys, { id, reads, readsBelow }: TemplateKey): boolean {
  const scopeOf = scopesFor(site, asked);
  return (
    [...reads, ...readsBelow].some((read) => scopeOf(read) !== 'elsewhere') ||
    [...site.pagesIn(asked.section, pagesAsked)].some(
      (page) => page.uri !== asked.uri && page.keys.some((key) => key.id === id),
    )
  );
}

function renaming(page: PageDocument, { entry }: PageEntry, name: string, isSure: boolean): Fix {
  return {
    title: message('Change it to "{0}"', name),
    edits: [{ range: entry.keyRange, newText: writeKey(page.fence?.format ?? 'yaml', name) }],
    ...(isSure ? { isSure } : {}),
  };
}
