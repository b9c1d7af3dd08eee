// What all templates of a site read of front matter, by key. It depends on the templates alone: a page that changes costs nothing, and a
// template that changes has the others' readings put together again, which are there already.
import { toKeyId } from '../site/pageRecord.ts';
import { cascadedIdentity } from '../site/cascade.ts';
import type { PageRecord, SiteSnapshot, SiteTemplate } from '../site/snapshot.ts';
import {
  renderingTemplates,
  viewTemplates,
  type LookupConfig,
  type PageIdentity,
} from '../site/templateLookup.ts';
import type { KeyReading, PageCall } from '../templates/templateReading.ts';
import { memoize } from '../text/memoize.ts';

export interface TemplateRead {
  readonly reading: KeyReading;
  readonly template: SiteTemplate;
}

/** One key that templates read, or below which they read one. */
export interface TemplateKey {
  readonly id: string;
  /** As the first template spells it. */
  readonly spelling: string;
  /** Of this key itself. */
  readonly reads: readonly TemplateRead[];
  /** Of keys below it. */
  readonly readsBelow: readonly TemplateRead[];
  /** They read it as a list of maps. */
  readonly hasItems: boolean;
}

export interface TemplateKeys {
  key(id: string): TemplateKey | undefined;
  /** The keys directly below one; `''` is the top. */
  below(parent: string): readonly TemplateKey[];
}

type Templates = readonly SiteTemplate[];

export function templateKeys(site: SiteSnapshot): TemplateKeys {
  return graphOf(site.templates()).keys;
}

/** Who asks: a template that renders the page, one that reads the page from another, or one that has nothing to do with it. */
export type ReadScope = 'page' | 'others' | 'elsewhere';

/** Says of each reading what it is to `page`; without a page all are elsewhere, but those of lists. */
export function scopesFor(site: SiteSnapshot, page: PageRecord | undefined): ScopeOf {
  const graph = graphOf(site.templates());
  if (page === undefined) {
    return graph.anyPage.scopeOf(undefined);
  }
  const { revision } = site;
  const found = graph.scopes.get(page);
  if (found?.revision === revision) {
    return found.scopeOf;
  }
  const scopeOf = graph.reachFor(site, page).scopeOf(page.section);
  graph.scopes.set(page, { revision, scopeOf });
  return scopeOf;
}

export type ScopeOf = (read: TemplateRead) => ReadScope;

function scopesIn({ rendering, listing }: Omit<Reach, 'scopeOf'>, ofPage: string | undefined): ScopeOf {
  return ({ reading, template }) => {
    const lists = reading.of === 'others' ? [reading.section] : (listing.get(template) ?? []);
    if (reading.of === 'page' && rendering.has(template)) {
      return 'page';
    }
    return lists.some((section) => section === undefined || section === ofPage) ? 'others' : 'elsewhere';
  };
}

const graphOf = memoize((templates: Templates) => new Graph(templates));

/** The templates that have to do with a page. */
interface Reach {
  /** Those that are handed the page itself. */
  readonly rendering: ReadonlySet<SiteTemplate>;
  /** Partials and views that are handed pages of a list, with the sections of these pages. */
  readonly listing: ReadonlyMap<SiteTemplate, readonly (string | undefined)[]>;
  /** For the pages of a section; the same function for the same one. */
  readonly scopeOf: (section: string | undefined) => ScopeOf;
}

function toReach(templates: Omit<Reach, 'scopeOf'>): Reach {
  const known = new Map<string | undefined, ScopeOf>();
  return {
    ...templates,
    scopeOf: (section) => {
      const scopeOf = known.get(section) ?? scopesIn(templates, section);
      known.set(section, scopeOf);
      return scopeOf;
    },
  };
}

/** What `.Render name` takes. */
type ViewsOf = (name: string) => readonly SiteTemplate[];

/** The templates of one site with what they call. */
class Graph {
  readonly keys: TemplateKeys;
  /** Of a page of which nothing is known. */
  readonly anyPage: Reach;
  /** Of pages that were asked for, and when: what a page inherits changes with others. */
  readonly scopes = new WeakMap<PageRecord, { readonly revision: number; readonly scopeOf: ScopeOf }>();
  readonly #templates: Templates;
  readonly #partials = new Map<string, SiteTemplate>();
  /** Content views have the names of page templates; which folder's is taken depends on the page. */
  readonly #views = new Map<string, SiteTemplate[]>();
  readonly #shortcodes = new Map<string, SiteTemplate>();
  /** The calls that hand over pages of a list, each once. */
  readonly #listCalls: readonly PageCall[];
  readonly #viewNames: readonly string[];
  /** By what a page is. */
  readonly #known = memoize<LookupConfig, Map<string, Reach>>(() => new Map());
  /** By the templates with which it begins, which many pages share. */
  readonly #reached = new Map<string, Reach>();

  constructor(templates: Templates) {
    this.#templates = templates;
    for (const template of templates.toSorted((a, b) => b.rank - a.rank)) {
      if (template.role === 'partial') {
        this.#partials.set(nameOf(template), template);
      } else if (template.role === 'shortcode') {
        this.#shortcodes.set(nameOf(template), template);
      } else if (template.role === 'page') {
        const name = fileNameOf(template);
        this.#views.set(name, [...(this.#views.get(name) ?? []), template]);
      }
    }
    this.keys = collect(templates);
    this.#listCalls = distinctCalls(templates.flatMap(({ reading }) => reading?.calls ?? []));
    this.#viewNames = [
      ...new Set(templates.flatMap(({ reading }) => reading?.calls.filter(isView).map(calledName) ?? [])),
    ];
    this.anyPage = toReach({
      rendering: new Set(),
      listing: this.#listing((name) => this.#views.get(name) ?? []),
    });
  }

  reachFor(site: SiteSnapshot, page: PageRecord): Reach {
    const identity = cascadedIdentity(site, page);
    const calls = [...new Set(page.calls)].sort();
    const key = JSON.stringify([{ ...identity, config: undefined }, site.hugo, calls]);
    const known = this.#known(identity.config);
    const reach = known.get(key) ?? this.#reachOf(site, identity, calls);
    if (known.size >= mostKept) {
      known.clear();
    }
    known.set(key, reach);
    return reach;
  }

  #reachOf({ hugo }: SiteSnapshot, identity: PageIdentity, calls: readonly string[]): Reach {
    const first = [
      ...renderingTemplates(this.#templates, identity, hugo),
      ...calls.flatMap((name) => this.#shortcodes.get(name.toLowerCase()) ?? []),
    ];
    const views = new Map(
      this.#viewNames.map((name) => [name, viewTemplates(this.#views.get(name) ?? [], identity, name, hugo)]),
    );
    const viewsOf: ViewsOf = (name) => views.get(name) ?? [];
    const key = JSON.stringify([first, ...views.values()].map((each) => each.map(addressOf)));
    const reach =
      this.#reached.get(key) ??
      toReach({ rendering: this.#reach(first, viewsOf), listing: this.#listing(viewsOf) });
    if (this.#reached.size >= mostKept) {
      this.#reached.clear();
    }
    this.#reached.set(key, reach);
    return reach;
  }

  #reach(first: readonly SiteTemplate[], viewsOf: ViewsOf): ReadonlySet<SiteTemplate> {
    const reached = new Set(first);
    for (const template of reached) {
      for (const call of template.reading?.calls ?? []) {
        if (call.of === 'page') {
          this.#called(call, viewsOf).forEach((called) => reached.add(called));
        }
      }
    }
    return reached;
  }

  #listing(viewsOf: ViewsOf): Reach['listing'] {
    const listing = new Map<SiteTemplate, readonly (string | undefined)[]>();
    for (const call of this.#listCalls) {
      for (const reached of this.#reach(this.#called(call, viewsOf), viewsOf)) {
        listing.set(reached, [...new Set([...(listing.get(reached) ?? []), call.section])]);
      }
    }
    return listing;
  }

  #called(call: PageCall, viewsOf: ViewsOf): readonly SiteTemplate[] {
    const folded = calledName(call);
    switch (call.kind) {
      case 'view':
        return viewsOf(folded);
      case 'partial':
        return [this.#partials.get(folded) ?? []].flat();
      case 'partials':
        return [...this.#partials].flatMap(([each, template]) => (each.startsWith(folded) ? template : []));
    }
  }
}

function isView({ kind }: PageCall): boolean {
  return kind === 'view';
}

function calledName({ name }: PageCall): string {
  return name.toLowerCase().replace(/\.html$/, '');
}

/** No two templates of one site have the same. */
function addressOf({ rank, path, source }: SiteTemplate): string {
  return [rank, path, source.path].join('\n');
}

function distinctCalls(calls: readonly PageCall[]): readonly PageCall[] {
  const ofLists = calls.filter((call) => call.of === 'others');
  return [
    ...new Map(ofLists.map((call) => [[call.kind, call.name, call.section].join('\n'), call])).values(),
  ];
}

/** Pages of so many kinds are remembered. */
const mostKept = 500;

/** As others call it: `box` for `partials/box.html`. */
export function nameOf({ path }: SiteTemplate): string {
  return path
    .replace(/^_?(?:partials|shortcodes)\//, '')
    .replace(/\.html$/, '')
    .toLowerCase();
}

/** `card` for `blogg/card.html`. */
function fileNameOf({ path }: SiteTemplate): string {
  return path.toLowerCase().split('/').at(-1)?.split('.')[0] ?? '';
}

interface Draft {
  readonly id: string;
  readonly spelling: string;
  readonly reads: TemplateRead[];
  readonly readsBelow: TemplateRead[];
  hasItems: boolean;
}

function collect(templates: Templates): TemplateKeys {
  const drafts = new Map<string, Draft>();
  const below = new Map<string, Draft[]>();
  for (const template of templates) {
    for (const reading of template.reading?.keys ?? []) {
      enter({ reading, template });
    }
  }
  return { key: (id) => drafts.get(id), below: (parent) => below.get(parent) ?? [] };

  function enter(read: TemplateRead): void {
    const { path } = read.reading;
    const last = path.at(-1) === '[]' ? path.length - 1 : path.length;
    for (let length = 1; length <= last; length++) {
      if (path[length - 1] !== '[]') {
        const draft = draftOf(path.slice(0, length));
        (length === last ? draft.reads : draft.readsBelow).push(read);
        draft.hasItems ||= path[length] === '[]' && length + 1 < path.length;
      }
    }
  }

  function draftOf(path: readonly string[]): Draft {
    const id = toKeyId(path);
    const found = drafts.get(id);
    if (found !== undefined) {
      return found;
    }
    const draft = { id, spelling: path.at(-1) ?? '', reads: [], readsBelow: [], hasItems: false };
    drafts.set(id, draft);
    const parent = toKeyId(path.slice(0, -1));
    below.set(parent, [...(below.get(parent) ?? []), draft]);
    return draft;
  }
}
