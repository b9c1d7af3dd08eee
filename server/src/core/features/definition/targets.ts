// Places of templates, files, pages and data in one shape.
import type { Range } from 'vscode-languageserver-types';
import type { PageRecord, ShortcodeDefinition, SiteSnapshot } from '../../site/snapshot.ts';
import type { Place } from '../../templates/signature.ts';
import type { Lead } from '../leads.ts';
import { templateUri } from '../provenance.ts';

export type DefinitionTarget =
  | { readonly kind: 'file'; readonly uri: string; readonly range: Range }
  /** A file in the folder of the page: whether it is there is for the disk to say. */
  | { readonly kind: 'beside'; readonly path: string };

/** The first place of each line, in their order; what stands in no file that we know is left out. */
export function placeTargets(site: SiteSnapshot, places: readonly Place[]): readonly DefinitionTarget[] {
  const targets = new Map<string, DefinitionTarget>();
  for (const place of places) {
    const uri = templateUri(site, place.path);
    const id = `${place.path} ${String(place.line)}`;
    if (uri !== undefined && !targets.has(id)) {
      const length = place.range.end - place.range.start;
      targets.set(id, { kind: 'file', uri, range: rangeAt(place.line, place.column, length) });
    }
  }
  return [...targets.values()];
}

/** The template that is used, and then those that it hides. */
export function templateTargets({ sources }: ShortcodeDefinition): readonly DefinitionTarget[] {
  return sources.flatMap(({ uri }) => (uri === undefined ? [] : fileTarget(uri)));
}

export function pageTargets(pages: readonly PageRecord[]): readonly DefinitionTarget[] {
  return pages.map(({ uri }) => fileTarget(uri));
}

/** The beginning of a file. */
export function fileTarget(uri: string): DefinitionTarget {
  return { kind: 'file', uri, range: rangeAt(1, 0, 0) };
}

export function leadTargets(leads: readonly Lead[]): readonly DefinitionTarget[] {
  return leads.map((lead): DefinitionTarget => {
    switch (lead.kind) {
      case 'beside':
        return lead;
      case 'file':
        return fileTarget(lead.uri);
      case 'page':
        return fileTarget(lead.page.uri);
      case 'data': {
        const { uri, line, column, value } = lead.entry;
        return {
          kind: 'file',
          uri,
          range: rangeAt(line, column, column === 0 && line === 1 ? 0 : value.length),
        };
      }
    }
  });
}

/** `line` is one-based, `column` zero-based; a longer stretch is taken to end on its line, where an editor cuts it. */
function rangeAt(line: number, column: number, length: number): Range {
  const start = { line: line - 1, character: column };
  return { start, end: { line: line - 1, character: column + length } };
}
