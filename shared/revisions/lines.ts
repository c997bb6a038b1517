import { diffArrays } from 'diff';

/** The lines of a text; an empty one has none. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** So many lines added and removed are looked for between two texts; the work grows with the square of it. */
export const mostEdits = 4000;
/** Lines of both sides times those edits: like lines in another rhythm on each side are gone through once for every edit. */
const lineWork = 400_000_000;

/** A stretch that two lists of lines share, or where they differ: [from, to) on each side. */
export type Stretch = { same: boolean; before: [number, number]; after: [number, number] };

/** How many lines two lists begin and end with in common. */
export function commonEnds(before: readonly string[], after: readonly string[]): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end };
}

/** How many lines at least have to be added or removed: what stands on one side only, or more often there. */
function leastEdits(before: readonly string[], after: readonly string[]): number {
  const seen = new Map<string, number>();
  for (const line of before) seen.set(line, (seen.get(line) ?? 0) + 1);
  for (const line of after) seen.set(line, (seen.get(line) ?? 0) - 1);
  let least = 0;
  for (const surplus of seen.values()) least += Math.abs(surplus);
  return least;
}

/**
 * What two lists of lines share, in order (Myers, by jsdiff); undefined where they differ in more than `mostEdits` lines, or fewer of very many,
 * so that no two texts cost more than a fraction of a second.
 */
export function stretchesOf(before: readonly string[], after: readonly string[]): Stretch[] | undefined {
  const { start, end } = commonEnds(before, after);
  const [left, right] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const most = Math.min(mostEdits, Math.floor(lineWork / (left.length + right.length + 1)));
  if (leastEdits(left, right) > most) return undefined;
  const changes = diffArrays(left, right, { maxEditLength: most });
  if (!changes) return undefined;
  const found: Stretch[] = [];
  let [b, a] = [0, 0];
  const add = (same: boolean, removed: number, added: number) => {
    if (removed === 0 && added === 0) return;
    const last = found.at(-1);
    if (last?.same === same) {
      last.before[1] += removed;
      last.after[1] += added;
    } else found.push({ same, before: [b, b + removed], after: [a, a + added] });
    b += removed;
    a += added;
  };
  add(true, start, start);
  for (const { added, removed, count } of changes) {
    add(!added && !removed, added ? 0 : count, removed ? 0 : count);
  }
  add(true, end, end);
  return found;
}
