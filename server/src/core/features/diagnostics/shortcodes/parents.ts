// Shortcodes that ask the one around them. Its arguments may be read where its own template does not name them.
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import type { ShortcodeCall, ShortcodeTag } from '../../../shortcodes/types.ts';
import { memoizeBoth } from '../../../text/memoize.ts';
import { treeOf } from '../../../site/pageCalls.ts';

interface Nesting {
  /** Calls in which a shortcode stands that asks for its parent. */
  readonly asked: ReadonlySet<ShortcodeTag>;
  /** Calls that stand in no other. */
  readonly top: ReadonlySet<ShortcodeTag>;
}

export function asksParents(site: SiteSnapshot, page: PageDocument, tag: ShortcodeTag): boolean {
  return nestingOf(page, site).asked.has(tag);
}

export function isOutermost(site: SiteSnapshot, page: PageDocument, tag: ShortcodeTag): boolean {
  return nestingOf(page, site).top.has(tag);
}

const nestingOf = memoizeBoth((page: PageDocument, site: SiteSnapshot): Nesting => {
  const { calls } = treeOf(site, page);
  const asked = new Set<ShortcodeTag>();
  const rest: { readonly call: ShortcodeCall; readonly around: ShortcodeCall | undefined }[] = calls.map(
    (call) => ({ call, around: undefined }),
  );
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { call, around } = next;
    if (around !== undefined && mayAsk(site, call.open.name)) {
      asked.add(around.open);
    }
    rest.push(...call.children.map((child) => ({ call: child, around: call })));
  }
  return { asked, top: new Set(calls.map(({ open }) => open)) };
});

/** A grandparent, too, is asked through the parent; who asks for that one asks for the parent first. */
function mayAsk(site: SiteSnapshot, name: string): boolean {
  const definition = site.shortcode(name);
  const isEmbedded = definition?.sources[0]?.origin === 'embedded';
  return !isEmbedded && (definition?.signature === undefined || definition.signature.parent.length > 0);
}
