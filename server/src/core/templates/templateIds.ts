// What a template's own HTML can be linked to. Actions are not followed: what one of them prints is anything.

/** Stands for what an action prints; alone, for any id at all. */
export const anyId = '*';

/** Stands for what a call of the shortcode gives as one argument. */
export const argumentId = '@';

/** Stands for the id that Hugo gives a heading (`.Anchor` of a render hook). */
export const headingId = '#';

/**
 * The ids that the text of a template gives to elements, each once: `top`, `tab-*`, `@`, or `*` where nobody can tell them here because it
 * prints all of one, has headings of Markdown itself, or shows the content of other pages or files.
 */
export function templateIds(text: string): readonly string[] {
  const { html, actions } = withoutActions(text);
  const ids = [...html.matchAll(attribute)].map(
    ({ 1: double, 2: single, 3: bare }) => double ?? single ?? bare ?? '',
  );
  const isAnything = heading.test(html) || others.test(actions);
  return [...new Set(isAnything ? [...ids, anyId] : ids)].filter((id) => id !== '');
}

const attribute = /[\s"'](?:id|name)\s{0,9}=\s{0,9}(?:"([^"]{0,300})"|'([^']{0,300})'|([^\s"'>=]{1,300}))/gi;
const heading = /^ {0,3}#{1,6} /m;
const others = /\breadFile\b|\.RawContent\b|\.Content\b|\bGetRemote\b/;

/** The text with a mark for each action, and the actions alone. */
function withoutActions(text: string): { readonly html: string; readonly actions: string } {
  const html: string[] = [];
  const actions: string[] = [];
  let at = 0;
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', at)) {
    const close = text.indexOf('}}', start);
    const end = close < 0 ? text.length : close + 2;
    const action = text.slice(start, end);
    html.push(text.slice(at, start), markOf(action));
    actions.push(action);
    at = end;
  }
  html.push(text.slice(at));
  return { html: html.join(''), actions: actions.join('\n') };
}

function markOf(action: string): string {
  return /^\{\{-?\s{0,9}\.Anchor\b/.test(action) ? headingId : argument.test(action) ? argumentId : anyId;
}

/** `{{ .Get "id" }}`, or made an address. */
const argument =
  /^\{\{-?\s{0,9}\.Get\s{1,9}(?:"[^"]{1,99}"|`[^`]{1,99}`|\d{1,2})\s{0,9}(?:\|\s{0,9}(?:urlize|anchorize)\s{0,9})?-?\}\}$/;
