// What a writer meant by the attributes of a code block that Goldmark cannot read.
import { parseFenceAttributes } from '../../../markdown/fenceAttributes.ts';

export interface Repair {
  readonly text: string;
  /** Nothing else can be meant. */
  readonly isSure: boolean;
}

/** Nobody writes more, in UTF-16 units. */
const longest = 1000;

/** `{…}` as Goldmark reads it; with `isFirst`, no language stands before it. `undefined` where nobody knows what is meant. */
export function repairedAttributes(text: string, isFirst: boolean): Repair | undefined {
  const inside = text.slice(1, -1).trim();
  if (inside.length > longest) {
    return undefined;
  }
  if (inside === '') {
    return { text: '{}', isSure: true };
  }
  const language = isFirst ? /^[a-z][\w+-]*(?=$|[\s,]\s*[^\s=])/i.exec(inside)?.[0] : undefined;
  if (language !== undefined) {
    const rest = inside.slice(language.length).replace(/^[\s,]+/, '');
    const others = rest === '' ? undefined : `{${rest}}`;
    const repaired =
      others === undefined || parseFenceAttributes(others) ? others : repairedAttributes(others, false)?.text;
    return { text: repaired === undefined ? language : `${language} ${repaired}`, isSure: false };
  }
  const lines = toLineList(inside);
  if (lines !== undefined) {
    return { text: `{hl_lines=${lines}}`, isSure: true };
  }
  const pieces = piecesOf(inside);
  const repaired = `{${pieces.map(({ text: own }) => own).join('')}}`;
  return parseFenceAttributes(repaired) === undefined
    ? undefined
    : { text: repaired, isSure: pieces.every(({ isSure }) => isSure) };
}

/** `1, 3-4` as Hugo wants it, `[1,"3-4"]`, whatever quotes and brackets there are; `undefined` for what does not name lines. */
export function toLineList(text: string): string | undefined {
  const parts = text.split(/[, \t"'[\]]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => /^\d{1,6}(?:-\d{1,6})?$/.test(part))
    ? `[${parts.map((part) => (part.includes('-') ? `"${part}"` : part)).join(',')}]`
    : undefined;
}

// Blanks and commas; a name with its value; anything else up to the next of them.
const piece =
  /[\s,;]+|(?<name>[a-z_][\w.-]*)[ \t]*=[ \t]*(?<value>"[^"]*"|'[^']*'|“[^”]*”|\[[^\]]*\]|\d[\d-]*(?:,[ \t]*\d[\d-]*)+|(?:[^\s,;"'“[][^\s,;]*(?:[ \t]+[^\s,;="'.#]+(?=$|[\s,;]))*)?)|[^\s,;]+/gi;

function piecesOf(inside: string): readonly Repair[] {
  return [...inside.matchAll(piece)].map(({ 0: whole, groups }): Repair => {
    const name = groups?.['name'];
    if (name !== undefined) {
      const value = groups?.['value'] ?? '';
      return {
        text: `${name}=${repairedValue(name, value)}`,
        isSure: value !== '' && (/^["'“[]/.test(value) || !/\s/.test(value)),
      };
    }
    return /^[a-z_][\w.-]*$/i.test(whole) && whole.toLowerCase() !== 'hl_lines'
      ? { text: `${whole}=true`, isSure: false }
      : { text: whole.replace(/[,;]+/g, ','), isSure: true };
  });
}

function repairedValue(name: string, value: string): string {
  const key = name.toLowerCase();
  const lines = key === 'hl_lines' ? toLineList(value) : undefined;
  if (parseFenceAttributes(`{${name}=${value}}`) !== undefined) {
    return value;
  }
  if (lines !== undefined || value.startsWith('[')) {
    return lines ?? value;
  }
  const text = value.replace(/^['“”‘]([^'“”‘’]*)['“”’]$/, '$1');
  return value === '' && key === 'linenos' ? 'true' : `"${text.replaceAll('"', '\\"')}"`;
}
