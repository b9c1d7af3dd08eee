// Style sheets of a page: what they load is found, and what runs or imports is taken out. A scanner of the few tokens that matter, not a parser:
// comments and strings are stepped over, escaped letters are written plainly first, so that no spelling of `url` goes unseen.

/** Gives the new address, or `undefined` for one that is not to be loaded. */
export type RewriteUrl = (address: string) => Promise<string | undefined>;
/** Gives the style sheet at an address, rewritten already; empty when it is not to be had. */
export type ImportSheet = (address: string) => Promise<string>;

const escapes = /\\(?:([\da-f]{1,6})[ \t\n\f]?|([g-z])|[\s\S])/gi;

const tokens =
  /\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|(?:url|src)\([ \t\n\f\r]*(?:"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|(?:[^\\)"']|\\[\s\S])*)[ \t\n\f\r]*\)?|@import(?:[^;"'{}]|"[^"\n]*"?|'[^'\n]*'?)*;?|(?:-webkit-)?image-set\(|(?:expression|behavior|-moz-binding)(?=[ \t\n\f\r]*[(:])|<\/?(?=[a-z!?])/gi;

/** The style sheet with its addresses rewritten and its imports put in. */
export async function rewriteCss(
  source: string,
  rewrite: RewriteUrl,
  importSheet: ImportSheet,
): Promise<string> {
  const css = source.replace(escapes, plainLetter);
  const parts: (string | Promise<string>)[] = [];
  let at = 0;
  let imageSetUntil = -1;
  for (const match of css.matchAll(tokens)) {
    const [token] = match;
    parts.push(css.slice(at, match.index));
    at = match.index + token.length;
    if (/^(?:-webkit-)?image-set\($/i.test(token)) {
      imageSetUntil = endOfValue(css, at);
      parts.push(token);
    } else {
      parts.push(rewriteToken(token, match.index < imageSetUntil, rewrite, importSheet));
    }
  }
  parts.push(css.slice(at));
  return (await Promise.all(parts.map((part) => Promise.resolve(part)))).join('');
}

function rewriteToken(
  token: string,
  inImageSet: boolean,
  rewrite: RewriteUrl,
  importSheet: ImportSheet,
): string | Promise<string> {
  if (token.startsWith('/*')) {
    return '';
  }
  if (token.startsWith('"') || token.startsWith("'")) {
    return inImageSet ? rewriteUrl(unquote(token), rewrite) : closed(token);
  }
  if (token.startsWith('@')) {
    return imported(token, importSheet);
  }
  if (token.startsWith('<')) {
    return token.replace('<', '\\3c ');
  }
  const inner = /^(?:url|src)\(([\s\S]*?)\)?$/i.exec(token)?.[1];
  return inner === undefined ? 'none' : rewriteUrl(unquote(inner.trim()), rewrite);
}

async function rewriteUrl(address: string, rewrite: RewriteUrl): Promise<string> {
  const url = address.startsWith('#') ? address : await rewrite(address);
  return `url("${quoted(url ?? 'data:,')}")`;
}

async function imported(token: string, importSheet: ImportSheet): Promise<string> {
  const [, address = '', media = ''] =
    /^@import[ \t\n\f\r]*(url\([^)]*\)|"[^"]*"|'[^']*')([^;]*)/i.exec(token) ?? [];
  const inner = /^url\(([^)]*)\)$/i.exec(address)?.[1]?.trim() ?? address;
  const sheet = inner === '' ? '' : await importSheet(unquote(inner));
  const condition = media.trim();
  const isPlain = /^[\w\s():,.-]*$/.test(condition) && !/layer|supports/i.test(condition);
  return sheet === '' || !isPlain ? sheet : condition === '' ? sheet : `@media ${condition}{${sheet}}`;
}

/** Letters need no escape; anything else keeps it. */
function plainLetter(escape: string, hex: string | undefined, letter: string | undefined): string {
  const char = hex === undefined ? letter : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0xfffd));
  return char !== undefined && /^[a-z]$/i.test(char) ? char : escape;
}

function endOfValue(css: string, from: number): number {
  const end = /[;{}]/g;
  end.lastIndex = from;
  return end.exec(css)?.index ?? css.length;
}

function unquote(text: string): string {
  const inner = /^(["'])([\s\S]*?)\1?$/.exec(text)?.[2] ?? text;
  return inner.replace(/\\(?:([\da-f]{1,6})[ \t\n\f]?|\n|([\s\S]))/gi, (_, hex?: string, char?: string) =>
    hex === undefined ? (char ?? '') : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0xfffd)),
  );
}

/** A string without what could end the element it stands in. */
function closed(token: string): string {
  const end = token.length > 1 && token.endsWith(token.charAt(0)) ? '' : token.charAt(0);
  return token.replaceAll('<', '\\3c ') + end;
}

function quoted(text: string): string {
  return text.replace(/["\\\n\r\f<>]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `);
}
