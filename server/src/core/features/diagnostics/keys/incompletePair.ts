import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { templateKeys, type TemplateKey } from '../../../schema/templateKeys.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { pageKeys, type PageEntry } from './pageKeys.ts';

/** A link is a text and an address. In which words sites end the names of the two keys, in English and the Scandinavian languages. */
const texts = ['name', 'text', 'title', 'label', 'namn', 'navn', 'tittel', 'titel'];
const addresses = ['url', 'href', 'link', 'lank', 'lenke'];

const longestName = 60;

/** So many pages have to have the one key, and nearly all of them the other. */
const leastPages = 10;
const shareBoth = 0.9;
const pagesAsked = 500;

export const incompletePair: DiagnosticRule = {
  code: 'incomplete-pair',
  summary: 'Text of a link without its address, or the reverse',
  why: 'Keys such as `linkname` and `linkurl` make one link together. Where one is missing or empty, the page shows a link that leads nowhere, or none.',
  defaultSeverity: 'warning',
  examples: [
    {
      wrong: '---\nlinkname: Read on\n---\n',
      right: '---\nlinkname: Read on\nlinkurl: /ink/\n---\n',
      site: Array.from(
        { length: 10 },
        (_, at) => `-- content/${String(at)}.md --\n---\nlinkname: Read on\nlinkurl: /ink/\n---\n`,
      )
        .join('')
        .concat('-- layouts/_default/single.html --\n{{ .Params.linkname }}{{ .Params.linkurl }}\n'),
    },
  ],
  *check(site, page) {
    if (!site.progress.templates || !site.progress.content) {
      return;
    }
    const keys = pageKeys(site, page);
    const given = new Set(keys.entries.filter(isGiven).map(({ id }) => id));
    for (const own of keys.entries) {
      for (const { id, spelling } of given.has(own.id) ? partnersOf(site, own) : []) {
        const { pages, both } = given.has(id) ? nobody : countBoth(site, keys.asked, own.id, id);
        if (pages >= leastPages && both >= shareBoth * pages) {
          yield {
            range: own.entry.keyRange,
            message: message(
              'The key "{0}" goes with "{1}", which this page does not give: {2} of {3} other pages have both.',
              own.entry.key,
              spelling,
              both,
              pages,
            ),
          };
        }
      }
    }
  },
};

interface Counts {
  /** With the one key. */
  readonly pages: number;
  readonly both: number;
}

const nobody: Counts = { pages: 0, both: 0 };

function isGiven({ path, scalars }: PageEntry): boolean {
  return path.length === 1 && scalars.length > 0;
}

/** The keys at the top that make a link with this one, if templates read both. */
function partnersOf(site: SiteSnapshot, { id }: PageEntry): readonly TemplateKey[] {
  const all = templateKeys(site);
  return all.key(id) === undefined
    ? []
    : partnerNames(id).flatMap((name) => {
        const partner = all.key(name);
        return partner === undefined || partner.reads.length === 0 ? [] : partner;
      });
}

/** `linkurl2` and the like for `linkname2`, and the other way round. */
function partnerNames(id: string): readonly string[] {
  if (id.length > longestName) {
    return [];
  }
  const number = /\d*$/.exec(id)?.[0] ?? '';
  const name = id.slice(0, id.length - number.length);
  const others = (own: readonly string[], ends: readonly string[]): readonly string[] => {
    const end = own.find((each) => name.endsWith(each) && name.length > each.length);
    return end === undefined ? [] : ends.map((each) => name.slice(0, -end.length) + each + number);
  };
  return [...others(texts, addresses), ...others(addresses, texts)];
}

/** Of other pages, first of those in the section: how many give `id`, and how many both. */
function countBoth(site: SiteSnapshot, { uri, section }: PageRecord, id: string, other: string): Counts {
  const count = (all: Iterable<PageRecord>): Counts => {
    const pages = [...all].filter((page) => page.uri !== uri && says(page, id));
    return { pages: pages.length, both: pages.filter((page) => says(page, other)).length };
  };
  const here = count(site.pagesIn(section, pagesAsked));
  return here.pages >= leastPages ? here : count(site.pages(pagesAsked));
}

function says({ keys }: PageRecord, id: string): boolean {
  return keys.some((key) => key.id === id && key.values.length > 0);
}
