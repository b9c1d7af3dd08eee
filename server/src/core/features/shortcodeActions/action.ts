import type { ShortcodeDefinition, SiteSnapshot } from '../../site/snapshot.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { ShortcodeCall } from '../../shortcodes/types.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import type { Message } from '../../text/message.ts';
import { covers, type TextRange } from '../../text/range.ts';

/** An edit that may have places to fill in, for editors that take them. */
export interface ActionEdit extends OffsetEdit {
  /** The same text as a snippet of the Language Server Protocol. */
  readonly snippet?: string;
}

/** What can be done with a call, or with selected text: all of its edits at once. */
export interface ShortcodeAction {
  readonly kind: 'surround' | 'rewrite';
  readonly title: Message;
  readonly edits: readonly ActionEdit[];
}

/** A call of a shortcode that the site has, on an open page. */
export interface KnownCall {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly call: ShortcodeCall;
  readonly definition: ShortcodeDefinition;
}

/** A word of a tag is no text to put anything around: it is what a finding marks, or somebody is about to write over it. */
export function isWithinTag({ shortcodes }: PageDocument, selection: TextRange): boolean {
  return shortcodes.tags.some(
    ({ range: tag }) => covers(tag, selection) && selection.end - selection.start < tag.end - tag.start,
  );
}

/** The calls that hold `selection`, the innermost last; of two that meet at a cursor the one behind it. */
export function callsAround(calls: readonly ShortcodeCall[], selection: TextRange): readonly ShortcodeCall[] {
  const around: ShortcodeCall[] = [];
  const holding = (some: readonly ShortcodeCall[]): ShortcodeCall | undefined =>
    some.findLast((call) => covers(call.range, selection));
  for (let call = holding(calls); call !== undefined; call = holding(call.children)) {
    around.push(call);
  }
  return around;
}
