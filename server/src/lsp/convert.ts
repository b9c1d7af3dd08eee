import {
  CodeActionKind,
  DiagnosticSeverity,
  MarkupKind,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type Location,
  type LocationLink,
  type MarkupContent,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { manualUrl, type Finding, type Severity } from '../core/features/finding.ts';
import type { OffsetEdit } from '../core/text/edit.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { formatMessage, message, type Translate } from '../core/text/message.ts';
import { longestText } from './openPages.ts';

const diagnosticSource = 'Hugo Scribe';

const toSeverity: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding in the shape of the Language Server Protocol, in the writer's language. */
export function toDiagnostic(finding: Finding, lines: LineIndex, translate: Translate): Diagnostic {
  return {
    source: diagnosticSource,
    code: finding.code,
    codeDescription: { href: manualUrl(finding.code) },
    severity: toSeverity[finding.severity],
    range: lines.toRange(finding.range),
    message: formatMessage(finding.message, translate),
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
    message: formatMessage(
      message(
        'This file is longer than {0} characters, so Hugo Scribe does not read it. Hugo may still build it.',
        longestText,
      ),
      translate,
    ),
  };
}

/** A document as edits name it: with its version, where the editor checks that nothing was typed meanwhile. */
export interface EditedDocument {
  readonly uri: string;
  readonly version: number;
  readonly lines: LineIndex;
  readonly takesVersions: boolean;
}

/** The fixes of a finding as quick fixes; the first one is the one to prefer. */
export function toCodeActions(
  finding: Finding,
  document: EditedDocument,
  translate: Translate,
): CodeAction[] {
  return finding.fixes.map(({ title, edits }, index) => ({
    title: formatMessage(title, translate),
    kind: CodeActionKind.QuickFix,
    isPreferred: index === 0,
    diagnostics: [toDiagnostic(finding, document.lines, translate)],
    edit: toWorkspaceEdit(edits, document),
  }));
}

function toWorkspaceEdit(edits: readonly OffsetEdit[], document: EditedDocument): WorkspaceEdit {
  const { uri, version, lines, takesVersions } = document;
  const textEdits = edits.map(({ range, newText }) => ({ range: lines.toRange(range), newText }));
  return takesVersions
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
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
  const value = parts.filter((part) => part !== undefined).join('\n\n');
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}
