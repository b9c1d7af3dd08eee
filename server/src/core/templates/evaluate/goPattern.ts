// Regular expressions of Go, run by the one of JavaScript: only those that mean the same in both, and that cannot take long on the short texts of a template.
import { unknown } from './values.ts';

const longestSubject = 300;
const mostRepeats = 3;

/** The pattern `source` to be run on `subject`. What cannot be run here, or could take long, is left to Hugo. */
export function goPattern(source: string, subject: string): RegExp {
  const [, flags = '', pattern = ''] = /^(?:\(\?([is]+)\))?(.*)$/s.exec(source) ?? [];
  if (subject.length > longestSubject || !isPlain(pattern)) {
    return unknown();
  }
  try {
    return new RegExp(translated(pattern), `gu${flags}`);
  } catch {
    return unknown();
  }
}

/** No group that is repeated, few parts that are, and nothing that JavaScript reads otherwise. */
function isPlain(pattern: string): boolean {
  const bare = pattern.replace(/\\./gsu, '_').replace(/\[\^?\]?[^\]]*\]/g, '_');
  const repeats = bare.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0;
  return (
    repeats <= mostRepeats &&
    !/\)[*+{]|\(\?(?!:)|[*+?}]\+/.test(bare) &&
    !/\[:|\\[^dDwWsSnrt.\-[\](){}*+?^$|\\/]/.test(pattern)
  );
}

/** White space is that of ASCII in Go. */
function translated(pattern: string): string {
  let isClass = false;
  return pattern.replace(/\\.|[[\]]/gsu, (token) => {
    if (token === '[' || token === ']') {
      isClass = token === '[';
      return token;
    }
    const blanks = String.raw`\t\n\f\r `;
    switch (token) {
      case String.raw`\s`:
        return isClass ? blanks : `[${blanks}]`;
      case String.raw`\S`:
        return isClass ? unknown() : `[^${blanks}]`;
      case String.raw`\-`:
        return isClass ? token : '-';
      default:
        return token;
    }
  });
}

/** `replaceRE`; `$1` and `${1}` name groups, those that are not there are empty. */
export function replacePattern(source: string, by: string, subject: string, most: number): string {
  let count = 0;
  return subject.replace(goPattern(source, subject), (whole: string, ...found: unknown[]) => {
    if (most >= 0 && count >= most) {
      return whole;
    }
    count += 1;
    const place = found.findIndex((each) => typeof each === 'number');
    const groups = [whole, ...found.slice(0, place)];
    return by.replace(/\$(?:(\$)|\{(\w+)\}|(\w+))/g, (_, dollar?: string, braced?: string, name?: string) => {
      const group = braced ?? name ?? '';
      const value = /^\d+$/.test(group) ? groups[Number(group)] : undefined;
      return dollar ?? (typeof value === 'string' ? value : '');
    });
  });
}

/** `findRE`. */
export function findPattern(source: string, subject: string, most: number): readonly string[] {
  const found = [...subject.matchAll(goPattern(source, subject))].map(([whole]) => whole);
  return most < 0 ? found : found.slice(0, most);
}
