import {
  DiagnosticSeverity,
  DiagnosticTag,
  MarkupKind,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type Location,
  type LocationLink,
  type MarkupContent,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { manualUrl, type Finding, type Severity } from '../core/features/finding.ts';
import { tooLong } from '../core/features/tooLong.ts';
import type { OffsetEdit } from '../core/text/edit.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { formatMessage, type Translate } from '../core/text/message.ts';

export const diagnosticSource = 'Hugo Scribe';

const toSeverity: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A document whose findings are shown. */
export interface Shown {
  readonly uri: string;
  readonly lines: LineIndex;
}

/** A finding in the shape of the Language Server Protocol, in the writer's language. */
export function toDiagnostic(finding: Finding, { uri, lines }: Shown, translate: Translate): Diagnostic {
  const { code, severity, range, related = [], isUnnecessary } = finding;
  return {
    source: diagnosticSource,
    code,
    codeDescription: { href: manualUrl(code) },
    severity: toSeverity[severity],
    range: lines.toRange(range),
    message: formatMessage(finding.message, translate),
    ...(isUnnecessary === true && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((other) => ({
        location: { uri, range: lines.toRange(other.range) },
        message: formatMessage(other.message, translate),
      })),
    }),
  };
}

/** Edits as the editor takes them; `lines` are those of the text before. */
export function toTextEdits(edits: readonly OffsetEdit[], lines: LineIndex): TextEdit[] {
  return edits.map(({ range, newText }) => ({ range: lines.toRange(range), newText }));
}

/** What is wrong with a file that Hugo does not read, such as the team's; the manual has no page for it. */
export function toWarning(
  { code, range, message }: Pick<Finding, 'code' | 'range' | 'message'>,
  lines: LineIndex,
  translate: Translate,
): Diagnostic {
  return {
    source: diagnosticSource,
    code,
    severity: DiagnosticSeverity.Warning,
    range: lines.toRange(range),
    message: formatMessage(message, translate),
  };
}

/** What is said of a document that is too long to be read. */
export function toTooLong(translate: Translate): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    source: diagnosticSource,
    code: 'file-limited',
    severity: DiagnosticSeverity.Information,
    range: { start, end: start },
    message: formatMessage(tooLong(), translate),
  };
}

/** Places to go to; an editor that knows links underlines `origin` meanwhile. */
export function toDefinition(
  origin: Range,
  targets: readonly Location[],
  linkSupport: boolean,
): LocationLink[] | Location[] {
  return linkSupport
    ? targets.map(({ uri, range }) => ({
        originSelectionRange: origin,
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
      }))
    : [...targets];
}

/** A suggestion with more Markdown below what it says already. */
export function withDocumentation(item: CompletionItem, markdown: string): CompletionItem {
  const { documentation } = item;
  const known = typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
  const value = known === '' ? markdown : `${known}\n\n${markdown}`;
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}

/** A hover with more Markdown below what it says already, and what a call becomes below a line. */
export function withMore(
  { contents, range }: { readonly contents: MarkupContent; readonly range: Range },
  below: readonly (string | undefined)[],
  result: string | undefined,
): Hover {
  const parts = [contents.value, ...below, ...(result === undefined ? [] : ['---', result])];
  const value = parts.filter((part) => part !== undefined && part !== '').join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}
