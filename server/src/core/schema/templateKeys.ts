// What all templates of a site read of front matter, by key. It depends on the templates alone: a page that changes costs nothing, and a
// template that changes has the others' readings put together again, which are there already.
import { toKeyId } from '../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot, SiteTemplate } from '../site/snapshot.ts';
import { identityOf, renderingTemplates } from '../site/templateLookup.ts';
import type { KeyReading, PageCall } from '../templates/templateReading.ts';

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

const known = new WeakMap<Templates, Graph>();

export function templateKeys(site: SiteSnapshot): TemplateKeys {
  return graphOf(site.templates()).keys;
}

/** Who asks: a template that renders the page, one that reads the page from another, or one that has nothing to do with it. */
export type ReadScope = 'page' | 'others' | 'elsewhere';

/** Says of each reading what it is to `page`; without a page all are elsewhere, but those of lists. */
export function scopesFor(site: SiteSnapshot, page: PageRecord | undefined): ScopeOf {
  const graph = graphOf(site.templates());
  const found = page && graph.scopes.get(page);
  const scopeOf =
    found ?? scopesIn(graph, page, page === undefined ? new Set() : graph.rendering(site, page));
  if (page !== undefined) {
    graph.scopes.set(page, scopeOf);
  }
  return scopeOf;
}

export type ScopeOf = (read: TemplateRead) => ReadScope;

function scopesIn(graph: Graph, page: PageRecord | undefined, rendering: ReadonlySet<SiteTemplate>): ScopeOf {
  return ({ reading, template }) => {
    const lists = reading.of === 'others' ? [reading.section] : (graph.listing.get(template) ?? []);
    if (reading.of === 'page' && rendering.has(template)) {
      return 'page';
    }
    return lists.some((section) => section === undefined || section === page?.section)
      ? 'others'
      : 'elsewhere';
  };
}

function graphOf(templates: Templates): Graph {
  const found = known.get(templates) ?? new Graph(templates);
  known.set(templates, found);
  return found;
}

/** The templates of one site with what they call. */
class Graph {
  readonly keys: TemplateKeys;
  /** Partials and views that are handed pages of a list, with the sections of these pages. */
  readonly listing: ReadonlyMap<SiteTemplate, readonly (string | undefined)[]>;
  /** Of pages that were asked for; a page that changes is another record. */
  readonly scopes = new WeakMap<PageRecord, ScopeOf>();
  readonly #templates: Templates;
  readonly #partials = new Map<string, SiteTemplate>();
  /** Content views have the names of page templates; which folder's is taken depends on the page. */
  readonly #views = new Map<string, SiteTemplate[]>();
  readonly #shortcodes = new Map<string, SiteTemplate>();
  readonly #rendering = new Map<string, ReadonlySet<SiteTemplate>>();

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
    this.listing = this.#listing();
  }

  /** The templates that are handed the page itself. */
  rendering(site: SiteSnapshot, page: PageRecord): ReadonlySet<SiteTemplate> {
    const identity = identityOf(page, site.config);
    const calls = [...new Set(page.calls)].sort();
    const key = JSON.stringify([{ ...identity, config: undefined }, site.hugo, calls]);
    const found = this.#rendering.get(key);
    if (found !== undefined) {
      return found;
    }
    const first = [
      ...renderingTemplates(this.#templates, identity, site.hugo),
      ...calls.flatMap((name) => this.#shortcodes.get(name.toLowerCase()) ?? []),
    ];
    const reached = this.#reach(first);
    if (this.#rendering.size >= mostKept) {
      this.#rendering.clear();
    }
    this.#rendering.set(key, reached);
    return reached;
  }

  #reach(first: readonly SiteTemplate[]): ReadonlySet<SiteTemplate> {
    const reached = new Set(first);
    for (const template of reached) {
      for (const call of template.reading?.calls ?? []) {
        if (call.of === 'page') {
          this.#called(call).forEach((called) => reached.add(called));
        }
      }
    }
    return reached;
  }

  #listing(): Map<SiteTemplate, readonly (string | undefined)[]> {
    const listing = new Map<SiteTemplate, readonly (string | undefined)[]>();
    for (const template of this.#templates) {
      for (const call of template.reading?.calls ?? []) {
        const called = call.of === 'others' ? this.#called(call) : [];
        for (const reached of this.#reach(called)) {
          listing.set(reached, [...new Set([...(listing.get(reached) ?? []), call.section])]);
        }
      }
    }
    return listing;
  }

  #called({ kind, name }: PageCall): readonly SiteTemplate[] {
    const folded = name.toLowerCase().replace(/\.html$/, '');
    switch (kind) {
      case 'view':
        return this.#views.get(folded) ?? [];
      case 'partial':
        return [this.#partials.get(folded) ?? []].flat();
      case 'partials':
        return [...this.#partials].flatMap(([each, template]) => (each.startsWith(folded) ? template : []));
    }
  }
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
