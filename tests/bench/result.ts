import type { TopLevelSpec } from 'vega-lite';

/** Numbers are rounded where they are shown, not where they are measured. */
export type Cell = string | number;
export type Table = { caption: string; columns: string[]; rows: Cell[][] };
/** A figure: `name` is its file under plots/, `alt` what it shows in a sentence. */
export type Plot = { name: string; alt: string; spec: TopLevelSpec };
/** A target and what was measured against it. */
export type Check = { what: string; target: string; measured: string; holds: boolean };

/** What a section found: everything that the terminal and the report show of it. */
export type Result = { tables: Table[]; plots: Plot[]; checks: Check[]; notes: string[] };

export type Options = {
  /** Also the sizes that take long to load. */
  full: boolean;
  /** Tells the person at the terminal how far it is. */
  onStep: (step: string) => void;
};

export type Section = { name: string; title: string; intro: string; run: (options: Options) => Promise<Result> };

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** A check that a figure stays at or below a limit. */
export function atMost(what: string, measured: number, limit: number, unit = ''): Check {
  return { what, target: `≤ ${limit}${unit}`, measured: `${round(measured)}${unit}`, holds: measured <= limit };
}

/** A check that a figure reaches a limit. */
export function atLeast(what: string, measured: number, limit: number, unit = ''): Check {
  return { what, target: `≥ ${limit}${unit}`, measured: `${round(measured)}${unit}`, holds: measured >= limit };
}

/** Three significant digits, as numbers are shown; whole ones are left as they are. */
export function round(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
