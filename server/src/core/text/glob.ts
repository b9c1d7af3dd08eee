/**
 * Globs as Hugo's library reads them (gobwas/glob with `/` as separator): `**` crosses folders wherever it stands, also in `**.md`, which
 * minimatch and its kin read differently. Matching walks all alternatives at once, so no glob is slow.
 */
type Step =
  | { readonly kind: 'text'; readonly unit: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'many'; readonly crosses: boolean }
  | { readonly kind: 'class'; readonly members: RegExp | undefined };

/** Alternatives in braces are written out; a glob beyond this matches nothing. */
const maxAlternatives = 64;
const maxLength = 1000;

/** Makes a test for whole paths, without regard to case. A glob that cannot be read matches nothing. */
export function globMatcher(glob: string): (path: string) => boolean {
  if (glob.length > maxLength) {
    return () => false;
  }
  const alternatives = expandBraces(glob.toLowerCase()).map(toSteps);
  return (path) => alternatives.some((steps) => matches(steps, path.toLowerCase()));
}

function expandBraces(glob: string): string[] {
  let open = [glob];
  const done: string[] = [];
  while (open.length > 0 && open.length + done.length <= maxAlternatives) {
    const [next = '', ...rest] = open;
    const match = /\{([^{}]*)\}/.exec(next);
    if (match) {
      const [before, after] = [next.slice(0, match.index), next.slice(match.index + match[0].length)];
      open = [...rest, ...(match[1] ?? '').split(',').map((part) => before + part + after)];
    } else {
      done.push(next);
      open = rest;
    }
  }
  return open.length > 0 ? [] : done;
}

function toSteps(glob: string): Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < glob.length; i++) {
    const unit = glob[i] ?? '';
    const rest = glob.slice(i);
    if (unit === '*') {
      const stars = /^\*+/.exec(rest)?.[0].length ?? 1;
      steps.push({ kind: 'many', crosses: stars > 1 });
      i += stars - 1;
    } else if (unit === '?') {
      steps.push({ kind: 'one' });
    } else if (unit === '[' && /^\[!?[\w.-]+\]/.test(rest)) {
      const end = rest.indexOf(']');
      steps.push({ kind: 'class', members: toClass(rest.slice(1, end)) });
      i += end;
    } else {
      const escaped = unit === '\\' && i + 1 < glob.length;
      steps.push({ kind: 'text', unit: escaped ? (glob[++i] ?? '') : unit });
    }
  }
  return steps;
}

/** A range from a later letter to an earlier one, `[z-a]`, cannot be read: it has no members. */
function toClass(source: string): RegExp | undefined {
  try {
    return new RegExp(`^[${source.replace('!', '^').replaceAll('.', '\\.')}]$`);
  } catch {
    return undefined;
  }
}

/** Follows every place in the glob that the path read so far can stand at. */
function matches(steps: readonly Step[], path: string): boolean {
  let places = reach(steps, [0]);
  for (const unit of path) {
    const next: number[] = [];
    for (const place of places) {
      const step = steps[place];
      if (step?.kind === 'many' && (step.crosses || unit !== '/')) {
        next.push(place);
      } else if (step && accepts(step, unit)) {
        next.push(place + 1);
      }
    }
    places = reach(steps, next);
  }
  return places.has(steps.length);
}

/** The places, and those behind a `*` that matches nothing. */
function reach(steps: readonly Step[], places: readonly number[]): Set<number> {
  const reached = new Set<number>();
  for (let place of places) {
    reached.add(place);
    while (steps[place]?.kind === 'many') {
      reached.add(++place);
    }
  }
  return reached;
}

function accepts(step: Step, unit: string): boolean {
  switch (step.kind) {
    case 'text':
      return step.unit === unit;
    case 'one':
      return unit !== '/';
    case 'class':
      return step.members?.test(unit) === true;
    case 'many':
      return false;
  }
}
