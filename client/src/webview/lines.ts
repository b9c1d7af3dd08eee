// Source lines and places of the page, by the marks that the server left on the elements that blocks of the text became.
import type { Sought } from '../preview/messages.ts';

/** An element that a block became: the block's first line from 0, and where the element starts in the page, in CSS pixels. */
export interface Mark {
  readonly element: Element;
  readonly line: number;
  readonly top: number;
}

/** The marked elements that are shown, by line; of several with one line the outermost. */
export function findMarks(document: Document): readonly Mark[] {
  const scrolled = document.scrollingElement?.scrollTop ?? 0;
  const found = [...document.querySelectorAll('[data-line]')]
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => ({
      element,
      line: lineOf(element),
      top: element.getBoundingClientRect().top + scrolled,
    }))
    .filter(({ line }) => Number.isFinite(line));
  const sorted = found.sort((a, b) => a.line - b.line);
  return sorted.filter(({ line }, index) => line !== sorted[index - 1]?.line);
}

/** Whether or not it is shown: the element of the last block that starts at `line` or before. */
export function findBlock(document: Document, line: number): Element | undefined {
  let found: Element | undefined;
  for (const element of document.querySelectorAll('[data-line]')) {
    if (lineOf(element) <= line && (found === undefined || lineOf(element) > lineOf(found))) {
      found = element;
    }
  }
  return found;
}

/** Where a line, also one between two blocks, is in the page. */
export function topOf(marks: readonly Mark[], line: number): number {
  return between(toSteps(marks), line, 'line', 'top');
}

/** The line, with a fraction, that is at a place of the page. */
export function lineAt(marks: readonly Mark[], top: number): number {
  return between(toSteps(marks), top, 'top', 'line');
}

/** The line of the text that a marked element comes from, or what is inside of it at the height `top` of the page. */
export function findLine(document: Document, own: Element, top: number): number {
  const marks = findMarks(document);
  const line = lineOf(own);
  const next = marks.find((mark) => mark.line > line)?.line ?? line + 1;
  return Math.floor(Math.min(Math.max(lineAt(marks, top), line), next - 0.01));
}

/** Between which lines the source of an element without a mark may be. */
export function findLines(document: Document, element: Element): Omit<Sought, 'text'> {
  const marks = [...document.querySelectorAll('[data-line]')];
  const at = marks.findIndex((mark) => (mark.compareDocumentPosition(element) & following) === 0);
  const [before, after] = [at === -1 ? marks.at(-1) : marks[at - 1], marks[at]];
  return {
    from: before === undefined ? 0 : lineOf(before),
    to: after === undefined ? Number.MAX_SAFE_INTEGER : lineOf(after),
    inside: before !== undefined && after !== undefined,
  };
}

const following = 4; // Node.DOCUMENT_POSITION_FOLLOWING

interface Step {
  readonly line: number;
  readonly top: number;
}

/** Only what goes down the page as the lines go up: a theme may put a block elsewhere. */
function toSteps(marks: readonly Mark[]): readonly Step[] {
  const steps: Step[] = [{ line: 0, top: 0 }];
  for (const mark of marks) {
    const last = steps.at(-1);
    if (mark.line === 0 && steps.length === 1) {
      steps[0] = mark;
    } else if (last !== undefined && mark.top > last.top) {
      steps.push(mark);
    }
  }
  return steps;
}

function between(steps: readonly Step[], value: number, from: keyof Step, to: keyof Step): number {
  const index = steps.findLastIndex((step) => step[from] <= value);
  const before = steps[index];
  const after = steps[index + 1];
  if (before === undefined) {
    return steps[0]?.[to] ?? 0;
  }
  if (after === undefined) {
    return before[to];
  }
  return before[to] + ((value - before[from]) / (after[from] - before[from])) * (after[to] - before[to]);
}

function lineOf(element: Element): number {
  return Number(element.getAttribute('data-line') ?? Number.NaN);
}
