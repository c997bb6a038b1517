import { stretchesOf } from './lines.ts';

/** Who wrote the lines of a text, from the first on: so many came with revision n. */
export type Run = [n: number, lines: number];
/** A text by lines, and with which revisions they came. */
export type Attributed = { lines: readonly string[]; runs: readonly Run[] };

/** With which revision each line came. */
const originsOf = (runs: readonly Run[]): number[] => runs.flatMap(([n, lines]) => new Array<number>(lines).fill(n));

function runsOf(origins: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const n of origins) {
    const last = runs.at(-1);
    if (last?.[0] === n) last[1]++;
    else runs.push([n, 1]);
  }
  return runs;
}

/**
 * Who wrote the lines of a text that revision `n` made of `before`: what stood there stays its author's, also where it is
 * brought back out of one of `sources`; the rest is new. Of texts that share too little, lines are known by what stands
 * in the other once.
 */
export function attribute(
  before: Attributed,
  after: readonly string[],
  n: number,
  sources: readonly Attributed[] = [],
): Run[] {
  const origins = new Array<number | undefined>(after.length).fill(undefined);
  for (const source of [before, ...sources]) {
    const known = originsOf(source.runs);
    const stretches = stretchesOf(source.lines, after);
    for (const { same, before: b, after: a } of stretches ?? []) {
      if (!same) continue;
      for (let i = 0; i < a[1] - a[0]; i++) origins[a[0] + i] ??= known[b[0] + i];
    }
    if (stretches) continue;
    const once = new Map<string, number | null>();
    for (const [i, line] of source.lines.entries()) once.set(line, once.has(line) ? null : i);
    for (const [i, line] of after.entries()) {
      const at = once.get(line);
      if (at !== undefined && at !== null) origins[i] ??= known[at];
    }
  }
  return runsOf(origins.map((origin) => origin ?? n));
}
