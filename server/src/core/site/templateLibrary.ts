import type { SiteConfig } from '../config/types.ts';
import type { HugoRange } from '../hugo/version.ts';
import { leadingComment } from '../templates/leadingComment.ts';
import { templateIds } from '../templates/templateIds.ts';
import { parseTemplate } from '../templates/parse.ts';
import { readTemplate, type PartialOf, type Template } from '../templates/readTemplate.ts';
import { takesInner } from '../templates/takesInner.ts';
import { shortcodeDefinitions, type ShortcodeFacts } from './shortcodeDefinitions.ts';
import { shortcodeTemplateOf } from './shortcodeTemplates.ts';
import type { ShortcodeDefinition, SiteTemplate, TemplateRole, TemplateSource } from './snapshot.ts';
import { roleOf } from './templateRole.ts';

/** A file below a layouts directory. */
export interface TemplateFile {
  readonly source: TemplateSource & { readonly uri: string };
  /** Below the layouts directory: `_default/single.html`. */
  readonly path: string;
  /** The place of its module in the order of precedence; 0 is the project. */
  readonly rank: number;
  /** Absent when the file could not be read. */
  readonly text: string | undefined;
}

/** Bigger templates hold data, not code. */
const longestTemplate = 500_000;

interface Entry {
  readonly file: TemplateFile;
  readonly role: TemplateRole;
  /** As pages call it, for a shortcode; as templates call it, for a partial. */
  readonly name: string | undefined;
  /** Of a partial, while templates are being read. */
  parsed: Template | undefined;
  template: SiteTemplate;
  facts: ShortcodeFacts | undefined;
}

/**
 * All templates of a site with what each says. A template that changes is read again, and with it those that looked a partial up which it is; `learn` does
 * the reading, one template at a step, and what was read before stays true of all others.
 */
export class TemplateLibrary {
  readonly #config: Pick<SiteConfig, 'languages'>;
  /** By URI. */
  readonly #entries = new Map<string, Entry>();
  /** Partials by name. */
  readonly #partials = new Map<string, Set<Entry>>();
  /** URIs of the templates that looked a partial up, by its name. */
  readonly #askers = new Map<string, Set<string>>();
  readonly #stale = new Set<string>();
  #sorted: readonly Entry[] | undefined;

  constructor(config: Pick<SiteConfig, 'languages'>) {
    this.#config = config;
  }

  get size(): number {
    return this.#entries.size;
  }

  has(uri: string): boolean {
    return this.#entries.has(uri);
  }

  uris(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The paths of templates that are too big to be read. */
  tooBig(): readonly string[] {
    return [...this.#entries.values()].flatMap(({ file: { source, text = '' } }) =>
      text.length > longestTemplate ? source.path : [],
    );
  }

  put(file: TemplateFile): void {
    this.delete(file.source.uri);
    const entry = this.#toEntry(file);
    this.#entries.set(file.source.uri, entry);
    this.#stale.add(file.source.uri);
    if (entry.role === 'partial') {
      const name = entry.name ?? '';
      this.#partials.set(name, (this.#partials.get(name) ?? new Set()).add(entry));
      this.#forget(name);
    }
  }

  delete(uri: string): void {
    const entry = this.#entries.get(uri);
    if (entry === undefined) {
      return;
    }
    this.#entries.delete(uri);
    this.#stale.delete(uri);
    this.#sorted = undefined;
    namesAsked(entry).forEach((name) => this.#askers.get(name)?.delete(uri));
    if (entry.role === 'partial') {
      this.#partials.get(entry.name ?? '')?.delete(entry);
      this.#forget(entry.name ?? '');
    }
  }

  /** Reads what is new or has changed; stops after each template to be asked for more. The trees of partials are kept as long as that takes. */
  *learn(): Generator<undefined, void> {
    for (const uri of this.#stale) {
      const entry = this.#entries.get(uri);
      if (entry !== undefined) {
        this.#read(entry);
        this.#sorted = undefined;
      }
      this.#stale.delete(uri);
      yield undefined;
    }
    for (const entry of this.#entries.values()) {
      entry.parsed = undefined;
    }
  }

  /** Those of the project first, then by path. */
  templates(): readonly SiteTemplate[] {
    return this.#inOrder().map(({ template }) => template);
  }

  /** What pages can call. */
  shortcodes(hugo: HugoRange): ShortcodeDefinition[] {
    const files = this.#inOrder().flatMap(({ file: { source, rank }, role, name, facts }) =>
      role === 'shortcode' && name !== undefined ? [{ name, source, rank, facts }] : [],
    );
    return shortcodeDefinitions(files, hugo);
  }

  #toEntry(file: TemplateFile): Entry {
    const { source, path, rank } = file;
    const role = roleOf(path);
    const names: Partial<Record<TemplateRole, string | undefined>> = {
      partial: partialNameOf(path),
      shortcode: shortcodeTemplateOf(path, this.#config)?.name,
    };
    const template = { source, path, role, rank, reading: undefined, ids: [] };
    return { file, role, name: names[role], parsed: undefined, template, facts: undefined };
  }

  #read(entry: Entry): void {
    const parsed = this.#parse(entry);
    if (parsed === undefined) {
      return;
    }
    const reading = readTemplate(parsed, this.#partialOf, entry.role === 'shortcode' ? 'shortcode' : 'page');
    const { uri } = entry.file.source;
    namesAsked(entry).forEach((name) => this.#askers.get(name)?.delete(uri));
    entry.template = { ...entry.template, reading, ids: templateIds(parsed.text) };
    for (const name of namesAsked(entry)) {
      this.#askers.set(name, (this.#askers.get(name) ?? new Set()).add(uri));
    }
    if (entry.role === 'shortcode') {
      entry.facts = {
        takesInner: takesInner(parsed.tree),
        documentation: leadingComment(parsed.text),
        signature: reading.signature,
      };
    }
  }

  /** Partials are parsed once for all who call them at a time. */
  #parse(entry: Entry): Template | undefined {
    const { text, source } = entry.file;
    if (entry.parsed !== undefined || text === undefined || text.length > longestTemplate) {
      return entry.parsed;
    }
    const parsed = { path: source.path, text, tree: parseTemplate(text).tree };
    if (entry.role === 'partial') {
      entry.parsed = parsed;
    }
    return parsed;
  }

  readonly #partialOf: PartialOf = (called) => {
    const [used] = [...(this.#partials.get(partialName(called)) ?? [])].sort(compareEntries);
    return used && this.#parse(used);
  };

  /** What was read with this partial, or without it, is read again. */
  #forget(name: string): void {
    this.#askers.get(name)?.forEach((uri) => this.#stale.add(uri));
  }

  #inOrder(): readonly Entry[] {
    return (this.#sorted ??= [...this.#entries.values()].sort(compareEntries));
  }
}

function namesAsked({ template }: Entry): readonly string[] {
  return template.reading?.asked.map(partialName) ?? [];
}

function compareEntries({ file: a }: Entry, { file: b }: Entry): number {
  return a.rank - b.rank || (a.path < b.path ? -1 : Number(a.path > b.path));
}

/** Reads a path below the layouts directory: `partials/…`, since Hugo 0.146 `_partials/…`. */
function partialNameOf(layoutPath: string): string | undefined {
  const path = /(?:^|\/)_?partials\/(.+)$/.exec(layoutPath)?.[1];
  return path === undefined ? undefined : partialName(path);
}

function partialName(path: string): string {
  return path.replace(/\.html$/, '').replace(/^\//, '');
}
