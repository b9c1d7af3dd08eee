import { range } from '../text/range.ts';
import { OpenStack } from './openStack.ts';
import { pairTags, type Pairs } from './pairs.ts';
import { takesPart } from './roles.ts';
import type { ShortcodeCall, ShortcodeScan, ShortcodeTag, ShortcodeTree, TakesInner } from './types.ts';

/**
 * Nests the tags of a scan. Whether a shortcode takes inner content is `takesInner`'s to say; while it does not know, tags of that name
 * are paired as well as possible and nothing is reported of them. Broken tags take part in the nesting, but are reported by the scan only.
 */
export function parseShortcodes({ tags }: ShortcodeScan, takesInner: TakesInner): ShortcodeTree {
  const pairs = pairTags(tags, takesInner);
  const { unclosed, unopened, needless } = pairs;
  let calls: readonly ShortcodeCall[] | undefined;
  return {
    get calls() {
      return (calls ??= nest(tags, pairs));
    },
    unclosed,
    unopened,
    needless,
  };
}

/**
 * The shortcodes that stand open at `offset` (UTF-16) and that nothing closes behind it, innermost first: what a closing tag there may
 * close. The tag in which `offset` lies does not count. Shortcodes that take no inner content are left out; of the others, those
 * without a known template may be ones too, so let the proven ones go first when offering them.
 */
export function openShortcodesAt(
  scan: ShortcodeScan,
  offset: number,
  takesInner: TakesInner,
): ShortcodeTag[] {
  const tags = scan.tags.filter((tag) => takesPart(tag) && !isIn(tag, offset));
  const { partnerOf } = pairTags(tags, takesInner);
  const open = new OpenStack();
  for (const tag of tags) {
    if (tag.range.start >= offset) {
      break;
    }
    const partner = partnerOf.get(tag);
    if (tag.kind === 'open' && tag.name !== '' && takesInner(tag.name, tag) !== false) {
      open.push(tag);
    } else if (tag.kind === 'close' && partner !== undefined) {
      open.popTo(
        (opener) => opener === partner,
        () => undefined,
      );
    }
  }
  return open.innermostFirst().filter((tag) => !partnerOf.has(tag));
}

/** Whether `offset` lies inside `tag`, or at the end of one that has no right delimiter yet. */
function isIn(tag: ShortcodeTag, offset: number): boolean {
  return (
    tag.range.start < offset &&
    (offset < tag.range.end || (offset === tag.range.end && tag.right === undefined))
  );
}

interface Frame {
  readonly open: ShortcodeTag;
  readonly children: ShortcodeCall[];
}

function nest(tags: readonly ShortcodeTag[], { partnerOf }: Pairs): ShortcodeCall[] {
  const calls: ShortcodeCall[] = [];
  const frames: Frame[] = [];
  for (const tag of tags) {
    const siblings = frames.at(-1)?.children ?? calls;
    if (tag.kind === 'close') {
      const frame = partnerOf.has(tag) ? frames.pop() : undefined;
      if (frame !== undefined) {
        (frames.at(-1)?.children ?? calls).push(toCall(frame, tag));
      }
    } else if (tag.kind === 'open' && partnerOf.has(tag)) {
      frames.push({ open: tag, children: [] });
    } else if (tag.kind !== 'comment' && tag.name !== '') {
      siblings.push({ open: tag, close: undefined, inner: undefined, range: tag.range, children: [] });
    }
  }
  return calls;
}

function toCall({ open, children }: Frame, close: ShortcodeTag): ShortcodeCall {
  return {
    open,
    close,
    inner: range(open.range.end, close.range.start),
    range: range(open.range.start, close.range.end),
    children,
  };
}
