// Hugo stops a whole site for some faults of a page without naming the page: for output formats that do not exist, for an `errorf` of a template.
// Whose they are is found as a person would find it: with another text in the page's place Hugo builds, with this one it fails again.
import { offsetOfSpoken } from '../../engine/page/blame.ts';
import type { EngineProblem, RenderedPage } from '../../engine/types.ts';
import type { PageDocument } from '../../core/site/pageDocument.ts';

/** Asks Hugo what it makes of a page with another text; `undefined` where it gives no answer. */
export type Render = (text: string) => Promise<RenderedPage | undefined>;

/**
 * What Hugo says of the page at `path` itself. Errors that name no file are among it only where they come and go with the text of the page: held
 * against `others`, the first that Hugo makes a page of. They are put at the key that they speak of, or else at the start.
 */
export async function ownProblems(
  rendered: RenderedPage,
  { path, page }: { readonly path: string; readonly page: PageDocument },
  others: readonly string[],
  render: Render,
): Promise<readonly EngineProblem[]> {
  const own = rendered.problems.filter((problem) => problem.path === path);
  const unplaced = rendered.problems.filter(isUnplaced);
  if (unplaced.length === 0 || own.some(isError)) {
    return own;
  }
  const proven = await comingWith(page.text, unplaced, others, render);
  return [
    ...own,
    ...proven.map(({ severity, message }) => {
      const at = page.lines.positionAt(offsetOfSpoken(message, page));
      return { severity, message, path, ...at };
    }),
  ];
}

async function comingWith(
  text: string,
  problems: readonly EngineProblem[],
  others: readonly string[],
  render: Render,
): Promise<readonly EngineProblem[]> {
  for (const other of new Set(others.filter((one) => one !== text))) {
    const without = await render(other);
    if (without?.html !== undefined) {
      const again = await render(text);
      return problems.filter((problem) => !isSaidIn(without, problem) && isSaidIn(again, problem));
    }
  }
  return [];
}

function isSaidIn(rendered: RenderedPage | undefined, { message }: EngineProblem): boolean {
  return rendered?.problems.some((one) => one.message === message) === true;
}

/** What is for want of the network or of a program is nobody's fault. */
function isUnplaced(problem: EngineProblem): boolean {
  return (
    isError(problem) &&
    problem.path === undefined &&
    !/\b(?:dial|lookup|timeout|timed out|failed to get|please install)\b/i.test(problem.message)
  );
}

function isError({ severity }: EngineProblem): boolean {
  return severity === 'error';
}
