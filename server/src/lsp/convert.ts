import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Finding, Severity } from '../core/features/finding.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import { formatMessage, type Translate } from '../core/text/message.ts';

export const diagnosticSource = 'Hugo Scribe';

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
    severity: toSeverity[finding.severity],
    range: lines.toRange(finding.range),
    message: formatMessage(finding.message, translate),
  };
}
