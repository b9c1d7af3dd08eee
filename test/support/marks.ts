import type { Range } from 'vscode-languageserver-types';

/** The cursor in a fixture. It occurs in none of the real pages we know, and needs no escaping. */
const cursorMark = '█';

/** Takes the one cursor mark out of a fixture and says where it stood (UTF-16). Throws on none or several: the test is wrong then. */
export function takeCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf(cursorMark);
  if (offset < 0 || marked.includes(cursorMark, offset + 1)) {
    throw new Error(`A fixture has exactly one ${cursorMark}:\n${marked}`);
  }
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

export interface Annotation {
  readonly range: Range;
  /** Such as `unknown-shortcode: There is no shortcode "figur".` */
  readonly label: string;
}

const annotationLine = /^( *)(\^+)(?: (.*))?$/;

/**
 * Cuts lines such as `    ^^^^ code: message` out of a fixture. Each annotates the nearest line above that is no annotation;
 * columns are UTF-16 units. A line that continues a label is written with another row of carets.
 */
export function takeAnnotations(marked: string): { text: string; annotations: Annotation[] } {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  for (const line of marked.split('\n')) {
    const match = annotationLine.exec(line);
    if (match === null || lines.length === 0) {
      lines.push(line);
      continue;
    }
    const [, indent = '', carets = '', label = ''] = match;
    const at = lines.length - 1;
    annotations.push({
      range: {
        start: { line: at, character: indent.length },
        end: { line: at, character: indent.length + carets.length },
      },
      label,
    });
  }
  return { text: lines.join('\n'), annotations };
}
