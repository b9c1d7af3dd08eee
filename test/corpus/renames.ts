// Renames as writers ask for them with F2, chosen by a seed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { planRename } from '../../server/src/core/features/rename/rename.ts';
import { anchorsOf } from '../../server/src/core/references/anchors.ts';
import type { SiteSymbol } from '../../server/src/core/references/types.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { pick, type ChooseChange } from './chosenChange.ts';

interface Rename {
  readonly symbol: SiteSymbol;
  readonly newName: string;
  readonly page?: PageDocument;
}

type Choose = (site: SiteSnapshot, random: () => number) => Rename | undefined;

/** Of what is chosen in turn. `isSilent` changes nothing that a reader sees: the published site stays as it is, to the byte. */
const renames: readonly { readonly choose: Choose; readonly isSilent: boolean }[] = [
  {
    isSilent: true,
    choose: (site, random) => {
      const name = pick(ownShortcodes(site), random);
      return name === undefined
        ? undefined
        : { symbol: { kind: 'shortcode', name }, newName: `${name}-renamed` };
    },
  },
  {
    isSilent: true,
    choose: (site, random) => {
      const all = ownShortcodes(site).flatMap((shortcode) =>
        (site.shortcode(shortcode)?.signature?.arguments ?? []).map(({ key }) => ({ shortcode, key })),
      );
      const found = pick(
        all.filter(({ key }) => typeof key === 'string'),
        random,
      );
      return found && { symbol: { kind: 'argument', ...found }, newName: `${String(found.key)}_renamed` };
    },
  },
  {
    isSilent: true,
    choose: (site, random) => {
      const id = pick(
        site.keysBelow('').map((key) => key.id),
        random,
      );
      return id === undefined ? undefined : { symbol: { kind: 'key', id }, newName: `${id}_renamed` };
    },
  },
  {
    isSilent: false,
    choose: (site, random) => {
      const terms = [...site.config.taxonomies.values()].flatMap((taxonomy) =>
        site
          .values(taxonomy.toLowerCase(), 500)
          .map(({ value: term }) => ({ taxonomy: taxonomy.toLowerCase(), term })),
      );
      const found = pick(terms, random);
      return found && { symbol: { kind: 'term', ...found }, newName: `${found.term} renamed` };
    },
  },
  {
    isSilent: false,
    choose: (site, random) => {
      const record = pick(
        [...site.pages()].filter(({ headings = [] }) => headings.length > 0),
        random,
      );
      const text = record && readFileSync(fileURLToPath(record.uri), 'utf8');
      const page = record && text !== undefined ? new PageDocument(record.uri, text, site.hugo) : undefined;
      const anchors = page === undefined ? [] : anchorsOf(site, page).anchors;
      const heading = pick(
        anchors.filter(({ kind }) => kind === 'heading'),
        random,
      );
      return page && heading
        ? {
            symbol: { kind: 'heading', uri: page.uri, anchor: heading.id },
            newName: `${page.text.slice(heading.range.start, heading.range.end)} renamed`,
            page,
          }
        : undefined;
    },
  },
  {
    isSilent: true,
    choose: (site, random) => {
      const entry = pick(site.data.entries(''), random);
      return (
        entry && {
          symbol: { kind: 'dataEntry', path: entry.value.toLowerCase() },
          newName: `${entry.value}_renamed`,
        }
      );
    },
  },
];

export const chooseRename: ChooseChange = (site, random, index) => {
  const { choose, isSilent = false } = renames[index % renames.length] ?? {};
  const found = choose?.(site, random);
  if (found === undefined) {
    return undefined;
  }
  const { symbol, newName, page } = found;
  return {
    name: `${JSON.stringify(symbol).replace(site.root, '')} -> ${newName}`,
    plan: planRename(site, symbol, newName, page),
    moves: [],
    isSilent,
  };
};

function ownShortcodes(site: SiteSnapshot): readonly string[] {
  return site
    .shortcodes()
    .filter(({ sources: [source] }) => source?.origin === 'project')
    .map(({ name }) => name);
}
