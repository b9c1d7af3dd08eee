/** A path with `/`, without `.`, empty parts and slashes at its ends; `..` goes up as far as it can, and stays at the front where it cannot. */
export function cleanPath(path: string): string {
  if (!unclean.test(path)) {
    return path;
  }
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** Most paths are clean. */
const unclean = /^\/|\/$|\/\/|\\|(?:^|\/)\.{1,2}(?:\/|$)/;

/** `cleanPath` of parts put one below the other. */
export function joinPath(...parts: readonly string[]): string {
  return cleanPath(parts.join('/'));
}

/** Whether `path` is `folder` or stands below it; everything but `../…` stands below the empty folder. */
export function isBelow(path: string, folder: string): boolean {
  return folder === ''
    ? path !== '..' && !path.startsWith('../')
    : path === folder || path.startsWith(`${folder}/`);
}

/** As it stands in a URI, its slashes kept: as `vscode-uri` spells it, which escapes more signs than `encodeURIComponent`. */
export function encodedPath(path: string): string {
  return plainPath.test(path)
    ? path
    : path
        .replace(/\p{Surrogate}/gu, '\uFFFD')
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/[!'()*]/g, percent);
}

const plainPath = /^[\w.~/-]*$/;

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** With percent-escapes resolved; as it stands where they are none. */
export function decoded(text: string): string {
  if (!text.includes('%')) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The picture formats that browsers show. */
export function isPicture(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico)$/i.test(path);
}
