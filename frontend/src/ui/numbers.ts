import { parameters } from '#shared/ranking/parameters.ts';

const grouped = new Intl.NumberFormat('en-GB');

/** A settled count as a card shows it: exact while it is small, then `8+`, `120+`, `1.2k+`, `2.5m+`. */
export function settledCount(count: number): string {
  if (count < parameters.settledFrom) return String(count);
  if (count < 1000) return `${count}+`;
  return count < 1_000_000 ? `${trimmed(count / 1000)}k+` : `${trimmed(count / 1_000_000)}m+`;
}

const trimmed = (value: number) => String(Math.floor(value * 10) / 10);

export function exactCount(count: number): string {
  return grouped.format(count);
}

/** `1 review`, `3 reviews`, `120+ reviews`. */
export function counted(count: number, one: string, settled = false): string {
  return `${settled ? settledCount(count) : exactCount(count)} ${count === 1 ? one : `${one}s`}`;
}
