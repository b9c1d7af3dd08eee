// What the lightbulb offers: the fixes of what is found at a place, all sure fixes of one kind, all sure fixes of the page.
import {
  CodeActionKind,
  type AnnotatedTextEdit,
  type CodeAction,
  type ClientCapabilities,
  type CodeActionContext,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding, Fix } from '../core/features/finding.ts';
import { fixAll, sureFixOf } from '../core/features/fixAll.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { TextRange } from '../core/text/range.ts';
import { formatMessage, message, type Translate } from '../core/text/message.ts';
import { diagnosticSource, toDiagnostic, toTextEdits, type Shown } from './convert.ts';

/** Asked for by `editor.codeActionsOnSave`, and by who wants them all at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.hugoScribe`;

/**
 * Putting a finding aside mends nothing: VS Code shows a kind that it does not know below all others. Where fixes alone are asked for, as its hovers
 * and its list of problems do, it counts as one.
 */
const asideKind = 'aside.hugoScribe';

/** The same actions, those that put a finding aside behind all others, for editors that show them as they come. */
export function asideLast(actions: readonly CodeAction[]): CodeAction[] {
  return actions.toSorted((a, b) => Number(a.kind === asideKind) - Number(b.kind === asideKind));
}

/** What the editor can do with edits. */
export interface EditAbilities {
  readonly takesVersions: boolean;
  readonly createsFiles: boolean;
  /** It shows changes to the writer and asks before it makes them. */
  readonly asksFirst: boolean;
}

export function toEditAbilities({ workspace }: ClientCapabilities): EditAbilities {
  const { documentChanges, resourceOperations, changeAnnotationSupport } = workspace?.workspaceEdit ?? {};
  const takesVersions = documentChanges === true;
  return {
    takesVersions,
    createsFiles: takesVersions && resourceOperations?.includes('create') === true,
    asksFirst: takesVersions && changeAnnotationSupport !== undefined,
  };
}

/** A document as edits name it: with its version, where the editor checks that nothing was typed meanwhile. */
export interface EditedDocument extends Shown, EditAbilities {
  readonly version: number;
}

export interface ActionRequest {
  /** All of the page, in the order of the text. */
  readonly findings: readonly Finding[];
  /** UTF-16. */
  readonly range: TextRange;
  readonly context: CodeActionContext;
  readonly document: EditedDocument;
  /** What can be done besides the rule's own fixes; asked for what stands at the place only. */
  readonly besides: (finding: Finding) => readonly Fix[];
  /** Ways to put a finding aside; asked for what stands at the place only. */
  readonly ignore: (finding: Finding) => readonly Fix[];
}

/** What can be done about what is found at a place: what was found first, and each finding's best fix before its others. */
export function toCodeActions(request: ActionRequest, translate: Translate): CodeAction[] {
  const { findings, range, context, document, besides, ignore } = request;
  if (wants(context, fixAllKind)) {
    return [...sourceAction(findings, document, translate)];
  }
  if (context.only !== undefined && !wants(context, CodeActionKind.QuickFix)) {
    return [];
  }
  const here = findings.filter((finding) => isMeant(finding, range, context));
  return [
    ...here.flatMap((finding) =>
      quickFixes(finding, [...finding.fixes, ...besides(finding)], document, translate),
    ),
    ...[...new Set(here.map(({ code }) => code))].flatMap((code) =>
      fixesOfKind(
        findings.filter((finding) => finding.code === code),
        document,
        translate,
      ),
    ),
    ...here.flatMap((finding) =>
      quickFixes(finding, ignore(finding), document, translate).map(
        ({ diagnostics = [], ...action }): CodeAction => ({
          ...action,
          isPreferred: false,
          ...(context.only === undefined ? { kind: asideKind } : { diagnostics }),
        }),
      ),
    ),
  ];
}

/** A kind that is asked for holds those below it; `source.fixAll` holds ours. What is not asked for by name are quick fixes. */
function wants({ only = [] }: CodeActionContext, kind: string): boolean {
  return only.some((asked) => asked === kind || kind.startsWith(`${asked}.`));
}

/** At the place, and among the diagnostics that the editor names there, where it names any of ours. */
function isMeant(finding: Finding, asked: TextRange, { diagnostics }: CodeActionContext): boolean {
  const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
  return (
    finding.range.start <= asked.end &&
    asked.start <= finding.range.end &&
    (ours.length === 0 || ours.some(({ code }) => code === finding.code))
  );
}

function quickFixes(
  finding: Finding,
  fixes: readonly Fix[],
  document: EditedDocument,
  translate: Translate,
): CodeAction[] {
  return fixes
    .filter(({ creates }) => creates === undefined || document.createsFiles)
    .map((fix, index) => ({
      title: formatMessage(fix.title, translate),
      kind: CodeActionKind.QuickFix,
      isPreferred: index === 0,
      diagnostics: [toDiagnostic(finding, document, translate)],
      edit: toWorkspaceEdit(fix, document, translate),
    }));
}

function fixesOfKind(
  alike: readonly Finding[],
  document: EditedDocument,
  translate: Translate,
): CodeAction[] {
  const sure = alike.filter((finding) => sureFixOf(finding) !== undefined);
  const title = message('Fix all of this kind on this page ({0})', sure.length);
  return sure.length < 2
    ? []
    : [
        {
          title: formatMessage(title, translate),
          kind: CodeActionKind.QuickFix,
          diagnostics: sure.map((finding) => toDiagnostic(finding, document, translate)),
          edit: toWorkspaceEdit({ edits: fixAll(sure) }, document, translate),
        },
      ];
}

function sourceAction(
  findings: readonly Finding[],
  document: EditedDocument,
  translate: Translate,
): CodeAction[] {
  const edits = fixAll(findings);
  return edits.length === 0
    ? []
    : [
        {
          title: formatMessage(message('Fix all that has one right answer'), translate),
          kind: fixAllKind,
          edit: toWorkspaceEdit({ edits }, document, translate),
        },
      ];
}

/** A new file comes first, so that it is there when the page names it; the editor refuses where there is one already. */
function toWorkspaceEdit(
  { edits, creates, elsewhere, title }: Omit<Fix, 'title'> & Partial<Fix>,
  document: EditedDocument,
  translate: Translate,
): WorkspaceEdit {
  const { uri, version, takesVersions, asksFirst } = document;
  const own = toTextEdits(edits, document.lines);
  const others = elsewhere === undefined ? [] : toTextEdits(elsewhere.edits, new LineIndex(elsewhere.text));
  if (!takesVersions) {
    const changes = { ...(elsewhere && { [elsewhere.uri]: others }), ...(own.length > 0 && { [uri]: own }) };
    return { changes };
  }
  const isAsked = asksFirst && title !== undefined && (creates ?? elsewhere) !== undefined;
  const annotation = isAsked ? { annotationId: otherFile } : {};
  return {
    documentChanges: [
      ...(creates === undefined ? [] : toNewFile(creates, annotation)),
      ...(elsewhere === undefined ? [] : [toDocumentEdit(elsewhere.uri, null, others, annotation)]),
      ...(own.length === 0 ? [] : [toDocumentEdit(uri, version, own)]),
    ],
    ...(isAsked && {
      changeAnnotations: {
        [otherFile]: { label: formatMessage(title, translate), needsConfirmation: true },
      },
    }),
  };
}

/** What stands behind a change of a file that the writer does not look at: the editor shows it first. */
const otherFile = 'other-file';

type Annotation = Partial<Pick<AnnotatedTextEdit, 'annotationId'>>;

function toDocumentEdit(
  uri: string,
  version: number | null,
  edits: readonly TextEdit[],
  annotation: Annotation = {},
): TextDocumentEdit {
  return { textDocument: { uri, version }, edits: edits.map((edit) => ({ ...edit, ...annotation })) };
}

function toNewFile(
  { uri, text }: NonNullable<Fix['creates']>,
  annotation: Annotation,
): NonNullable<WorkspaceEdit['documentChanges']> {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false }, ...annotation },
    toDocumentEdit(uri, null, [{ range: { start, end: start }, newText: text }], annotation),
  ];
}
