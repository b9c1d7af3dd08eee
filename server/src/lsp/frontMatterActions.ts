// What the lightbulb does with the front matter as a whole: sort it, or write it in another format. Offered to who asks (Ctrl+.), never by a bulb.
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver';
import { tidyFrontMatter } from '../core/features/tidy.ts';
import type { FencedFormat } from '../core/frontMatter/types.ts';
import type { OffsetEdit } from '../core/text/edit.ts';
import { formatMessage, message, type Message } from '../core/text/message.ts';
import { convertFrontMatter } from '../workspace/convertFrontMatter.ts';
import { toTextEdits } from './convert.ts';
import type { Session } from './session.ts';
import type { SiteFile } from './siteAccess.ts';

export const rewriteKind = CodeActionKind.RefactorRewrite;

const formats: readonly FencedFormat[] = ['yaml', 'toml', 'json'];

/** None while the cursor is not in the front matter. */
export async function frontMatterActions(
  { access, translate }: Session,
  { textDocument, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const { only, triggerKind } = context;
  const isAsked = only?.some((kind) => rewriteKind === kind || rewriteKind.startsWith(`${kind}.`)) ?? true;
  const file =
    isAsked && triggerKind !== CodeActionTriggerKind.Automatic
      ? await access.fileAt(textDocument.uri)
      : undefined;
  const bodyStart = file?.page?.fence?.bodyStart ?? 0;
  if (file?.page === undefined || file.lines.offsetAt(range.start) >= bodyStart) {
    return [];
  }
  const tidying = tidyFrontMatter(file.live.snapshot, file.page);
  return [
    ...(tidying === undefined ? [] : [toAction(file, tidying.title, tidying.edits)]),
    ...formats.flatMap((format) => conversionTo(file, format)),
  ].map(({ title, ...action }) => ({ ...action, title: formatMessage(title, translate) }));
}

type Untitled = Omit<CodeAction, 'title'> & { readonly title: Message };

function conversionTo(file: SiteFile, format: FencedFormat): Untitled[] {
  const conversion = convertFrontMatter(file.text, format, file.live.snapshot.hugo);
  if (conversion === undefined) {
    return [];
  }
  const { text, range, lostComments } = conversion;
  const name = format.toUpperCase();
  const title =
    lostComments === 0
      ? message('Write the front matter as {0}', name)
      : message('Write the front matter as {0}, without its comments ({1})', name, lostComments);
  return [toAction(file, title, [{ range, newText: text }])];
}

function toAction({ uri, lines }: SiteFile, title: Message, edits: readonly OffsetEdit[]): Untitled {
  return { title, kind: rewriteKind, edit: { changes: { [uri]: toTextEdits(edits, lines) } } };
}
