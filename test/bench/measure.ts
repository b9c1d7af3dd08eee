/** Milliseconds of several runs of one thing. */
export interface Timing {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function toTiming(runs: readonly number[]): Timing {
  const sorted = [...runs].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  return { median: at(sorted.length >> 1), least: at(0), most: at(sorted.length - 1) };
}

/** The run below which a `share` (0 to 1) of all runs are. */
export function percentile(runs: readonly number[], share: number): number {
  const sorted = [...runs].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Runs `work` `times` times after two rounds of warming up. Each run gets its number, so that caches can be missed on purpose. */
export function measure(work: (run: number) => void, times = 7): Timing {
  const runs: number[] = [];
  for (let run = -2; run < times; run++) {
    const start = performance.now();
    work(run);
    if (run >= 0) {
      runs.push(performance.now() - start);
    }
  }
  return toTiming(runs);
}

export async function measureAsync(work: (run: number) => Promise<number>, times = 5): Promise<Timing> {
  const runs: number[] = [];
  for (let run = 0; run < times; run++) {
    runs.push(await work(run));
  }
  return toTiming(runs);
}

/** The exponent of `time = c · size^exponent` by least squares: 1 is linear. */
export function fitExponent(points: readonly { readonly size: number; readonly time: number }[]): number {
  const logs = points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const mean = (pick: (point: { x: number; y: number }) => number): number =>
    logs.reduce((sum, point) => sum + pick(point), 0) / logs.length;
  const x = mean((point) => point.x);
  const y = mean((point) => point.y);
  const over = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  const under = logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  return over / under;
}

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly limit: string;
  readonly met: boolean | undefined;
}

/** A row that compares a number with the limit that the project set itself. */
export function limited(name: string, value: number, limit: number, unit: string): Row {
  return { name, value: `${show(value)} ${unit}`, limit: `${String(limit)} ${unit}`, met: value <= limit };
}

/** The same for a number that has to reach its limit; `said` tells what it is made of. */
export function atLeast(name: string, value: number, limit: number, unit: string, said: string): Row {
  return {
    name,
    value: `${show(value)} ${unit} (${said})`,
    limit: `${String(limit)} ${unit}`,
    met: value >= limit,
  };
}

/** A row that only tells. */
export function told(name: string, value: string): Row {
  return { name, value, limit: '', met: undefined };
}

export function showTiming({ median, least, most }: Timing): string {
  return `${show(median)} ms (${show(least)} to ${show(most)})`;
}

export function showPercentiles(runs: readonly number[]): string {
  return `p50 ${show(percentile(runs, 0.5))} ms, p95 ${show(percentile(runs, 0.95))} ms`;
}

export function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function toTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map(({ name, value, limit, met }) => {
      const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
      return `${name.padEnd(width)}  ${value.padEnd(28)} ${limit.padEnd(10)} ${verdict}`.trimEnd();
    })
    .join('\n');
}
