import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { PreviewProblem } from '../../protocol.ts';

/** What Hugo said of files while previews were made, as diagnostics, until it no longer says so. */
export class HugoProblems {
  readonly #changed: (uri: string) => void;
  /** By preview, since a template at fault may break several. */
  readonly #byPreview = new Map<string, readonly PreviewProblem[]>();

  /** `changed` hears of each file whose problems are other ones than before. */
  constructor(changed: (uri: string) => void) {
    this.#changed = changed;
  }

  set(preview: string, problems: readonly PreviewProblem[]): void {
    const before = this.#byPreview.get(preview) ?? [];
    if (JSON.stringify(before) === JSON.stringify(problems)) {
      return;
    }
    if (problems.length === 0) {
      this.#byPreview.delete(preview);
    } else {
      this.#byPreview.set(preview, problems);
    }
    for (const uri of new Set([...before, ...problems].flatMap((problem) => problem.uri ?? []))) {
      this.#changed(uri);
    }
  }

  /**
   * What is to be shown beside `own`, the findings of ours, and never twice. Hugo stops at the first fault of a page, and often names a
   * line near it: while an error of ours is shown, that is what Hugo means. It warns of nothing where we find something on the same line.
   */
  beside(uri: string, own: readonly Diagnostic[]): Diagnostic[] {
    const fails = own.some(({ severity }) => severity === DiagnosticSeverity.Error);
    const said = new Set(own.flatMap(({ range }) => lines(range.start.line, range.end.line)));
    const found = [...this.#byPreview.values()].flat().filter((problem) => problem.uri === uri);
    const unique = new Map(found.map((problem) => [JSON.stringify(problem), problem]));
    return [...unique.values()]
      .filter(({ severity, line = 0 }) => (severity === 'error' ? !fails : !said.has(line)))
      .map(toDiagnostic);
  }
}

function lines(first: number, last: number): number[] {
  return Array.from({ length: Math.min(last - first + 1, 1000) }, (_, index) => first + index);
}

/** Hugo names a place, not a range: the word there is marked, which the editor finds itself for an empty range. */
function toDiagnostic({ severity, message, line = 0, character = 0 }: PreviewProblem): Diagnostic {
  const start = { line, character };
  return {
    source: 'hugo',
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    range: { start, end: start },
    message,
  };
}
