import { leadingComment } from '../templates/leadingComment.ts';
import { parseTemplate } from '../templates/parse.ts';
import { shortcodeSignature, type PartialOf, type Template } from '../templates/shortcodeSignature.ts';
import type { ShortcodeSignature } from '../templates/signature.ts';
import { takesInner } from '../templates/takesInner.ts';

/** What one template says of its shortcode. */
export interface TemplateFacts {
  readonly takesInner: boolean;
  readonly documentation: string | undefined;
  /** Absent for a template that is too big to be followed, and for those of Hugo, which are known by heart. */
  readonly signature?: ShortcodeSignature | undefined;
}

/** A partial on disk. */
export interface PartialFile {
  /** As templates call it, without `.html`. */
  readonly name: string;
  /** For people: `layouts/partials/box.html`. */
  readonly path: string;
  readonly text: string;
  /** The place of its module in the order of precedence; 0 is the project. */
  readonly rank: number;
}

/** Bigger templates hold data, not code. */
const longestTemplate = 500_000;

/** Reads off the template of a shortcode what it says; `path` is what its statements name as their place. */
export function templateFacts(path: string, text: string, partialOf: PartialOf): TemplateFacts {
  const template = toTemplate(path, text);
  return {
    takesInner: takesInner(template.tree),
    documentation: leadingComment(text),
    signature: text.length > longestTemplate ? undefined : shortcodeSignature(template, partialOf),
  };
}

/** The partials of a site by the names that templates call; each is parsed when it is first asked for. */
export function partialsBy(files: Iterable<PartialFile>): PartialOf {
  const used = new Map<string, PartialFile>();
  for (const file of files) {
    const known = used.get(file.name);
    if (known === undefined || file.rank < known.rank) {
      used.set(file.name, file);
    }
  }
  const templates = new Map<string, Template | undefined>();
  return (called) => {
    const name = partialName(called);
    if (!templates.has(name)) {
      const file = used.get(name);
      const isRead = file !== undefined && file.text.length <= longestTemplate;
      templates.set(name, isRead ? toTemplate(file.path, file.text) : undefined);
    }
    return templates.get(name);
  };
}

/** Reads a path below the layouts directory: `partials/…`, since Hugo 0.146 `_partials/…`. */
export function partialNameOf(layoutPath: string): string | undefined {
  const path = /^_?partials\/(.+)$/.exec(layoutPath)?.[1];
  return path === undefined ? undefined : partialName(path);
}

function partialName(path: string): string {
  return path.replace(/\.html$/, '').replace(/^\//, '');
}

function toTemplate(path: string, text: string): Template {
  return { path, text, tree: parseTemplate(text).tree };
}
