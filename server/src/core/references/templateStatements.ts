// What the readings of all templates say by name, sorted by the file in which it stands: a partial that is handed an argument or a key reads it in its own
// file, but for its caller.
import type { SiteConfig } from '../config/types.ts';
import { shortcodeTemplateOf } from '../site/shortcodeTemplates.ts';
import type { SiteSnapshot, SiteTemplate } from '../site/snapshot.ts';
import type { ArgumentSignature, Place } from '../templates/signature.ts';
import type { TemplateReading } from '../templates/templateReading.ts';
import { toKeyId } from '../site/pageRecord.ts';
import { isReadInside } from '../schema/shortcodeSchema.ts';
import { memoizeBoth } from '../text/memoize.ts';
import type { SiteSymbol } from './types.ts';

/** A template names `symbol` somewhere at a place: by the last of `path`, which stands behind the others, and these behind one of `before`. */
export interface Statement {
  readonly symbol: SiteSymbol;
  /** `['card', 'title']`; lower-cased where letters may stand in any case; empty for a name that is made. */
  readonly path: readonly string[];
  readonly before: readonly string[];
  readonly isFolded: boolean;
  readonly at: Place;
}

/** What is said in the template of that path, by the readings of all templates as they are saved. */
export function statementsIn(site: SiteSnapshot, path: string): readonly Statement[] {
  return statementsByPath(site.templates(), site).get(path) ?? [];
}

/** The paths of the templates that are said to name a symbol, by `symbolKey`. */
export function pathsNaming(site: SiteSnapshot, isMeant: (symbol: SiteSymbol) => boolean): Iterable<string> {
  const paths = new Set<string>();
  for (const [path, statements] of statementsByPath(site.templates(), site)) {
    if (statements.some(({ symbol }) => isMeant(symbol))) {
      paths.add(path);
    }
  }
  return paths;
}

const statementsByPath = memoizeBoth(
  (templates: readonly SiteTemplate[], site: SiteSnapshot): ReadonlyMap<string, readonly Statement[]> => {
    const byPath = new Map<string, Statement[]>();
    for (const template of templates) {
      for (const statement of template.reading === undefined
        ? []
        : statementsOf(site, template, template.reading)) {
        const known = byPath.get(statement.at.path);
        if (known === undefined) {
          byPath.set(statement.at.path, [statement]);
        } else {
          known.push(statement);
        }
      }
    }
    return byPath;
  },
);

/** All that one reading of a template says by name. */
export function* statementsOf(
  site: SiteSnapshot,
  template: SiteTemplate,
  reading: TemplateReading,
): Generator<Statement> {
  for (const { path, reads } of reading.keys) {
    const names = path.filter((part) => part !== '[]').map((part) => part.toLowerCase());
    const symbol: SiteSymbol = { kind: 'key', id: toKeyId(path.at(-1) === '[]' ? path.slice(0, -1) : path) };
    for (const at of path.at(-1) === '[]' ? [] : reads) {
      yield { symbol, path: names, before: beforeKeys, isFolded: true, at };
    }
  }
  for (const { kind, name, at } of reading.names) {
    const path = kind === 'data' ? name.toLowerCase().split('.') : [name];
    const symbol: SiteSymbol =
      kind === 'data' ? { kind: 'dataEntry', path: path.join('.') } : shortcodeSymbol(site, name);
    const names = path.at(-1) === '[]' ? [] : path.filter((part) => part !== '[]');
    yield { symbol, path: names, before: beforeNames[kind], isFolded: kind === 'data', at };
  }
  const { signature } = reading;
  const own = shortcodeNameOf(template, site.config);
  if (signature !== undefined && own !== undefined) {
    yield* argumentStatements(own, signature.arguments);
    for (const argument of signature.parentArguments) {
      for (const { name } of site
        .shortcodes()
        .filter((each) => isReadInside(site, each, own, argument.key))) {
        yield* argumentStatements(name, [argument]);
      }
    }
  }
}

function* argumentStatements(shortcode: string, all: readonly ArgumentSignature[]): Generator<Statement> {
  for (const { key, reads } of all) {
    const symbol: SiteSymbol = { kind: 'argument', shortcode, key };
    for (const at of reads) {
      yield { symbol, path: [String(key)], before: beforeArguments, isFolded: false, at };
    }
  }
}

const beforeKeys = ['params', 'param'];
const beforeArguments = ['Get', 'Params'];
const beforeNames = { data: ['data'], shortcode: ['HasShortcode'] };

/** The name of the shortcode that a template is, as its first file spells it. */
export function shortcodeNameOf(
  { path }: SiteTemplate,
  config: Pick<SiteConfig, 'languages'>,
): string | undefined {
  return shortcodeTemplateOf(path, config)?.name;
}

/** By the name that its template has. */
export function shortcodeSymbol(site: SiteSnapshot, name: string): SiteSymbol {
  return { kind: 'shortcode', name: site.shortcode(name)?.name ?? name };
}
