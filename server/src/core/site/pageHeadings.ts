// Which headings a page has, for the index. It looks at the beginnings of lines alone: a parse of Markdown would cost many times what the rest of a
// page's record costs. A heading in a list or a quotation is none here.

export interface PageHeading {
  /** 1 to 6. */
  readonly level: number;
  /** As written, without marks and attributes. */
  readonly text: string;
}

/** Of one page. */
const most = 200;

/** What is longer is cut. */
const longest = 120;

/** The headings of the content, in order; `from` is where it begins. Linear in the length of `text`. */
export function headingsIn(text: string, from: number): readonly PageHeading[] {
  const headings: PageHeading[] = [];
  let fence: string | undefined;
  lineStart.lastIndex = from;
  for (let line = lineStart.exec(text); line !== null; line = lineStart.exec(text)) {
    const [, marks = '', title = '', ticks, rule = ''] = line;
    if (ticks !== undefined) {
      const closes = fence !== undefined && ticks.startsWith(fence);
      fence = closes ? undefined : (fence ?? ticks);
    } else if (fence === undefined) {
      const written = rule === '' ? title : lineBefore(text, from, line.index);
      const heading = toHeading(rule === '' ? marks.length : rule.startsWith('=') ? 1 : 2, written);
      if (heading.text !== '' && headings.push(heading) === most) {
        break;
      }
    }
  }
  return headings;
}

/** `## A title`, the marks of a fence, or what underlines a title. */
const lineStart = /^ {0,3}(?:(#{1,6})[ \t]([^\r\n]*)|(`{3,}|~{3,})|(=+|-{2,})[ \t]*$)/gm;

function toHeading(level: number, written: string): PageHeading {
  const text = written.slice(0, 2 * longest).replace(/\{[^{}<%]*\}\s*$/, '');
  return {
    level,
    text: text
      .replace(/[\s#]+$/, '')
      .trim()
      .slice(0, longest),
  };
}

/** Only running text can be underlined. */
function lineBefore(text: string, from: number, at: number): string {
  const end = Math.max(from, at - (text[at - 2] === '\r' ? 2 : 1));
  const start = Math.max(from, text.lastIndexOf('\n', end - 1) + 1);
  const line = text.slice(start, Math.min(end, start + 2 * longest));
  return /^ {0,3}[^\s#>|`~*+={-]/.test(line) ? line : '';
}
