import { commonEnds, linesOf, type Stretch, stretchesOf } from './lines.ts';

/** Lines that stand as they are, or where two changed the same: what each has, and what was there before. */
export type Region = { lines: string[] } | { mine: string[]; theirs: string[]; base: string[] };
export type MergedText = { text: string } | { regions: Region[]; tooLarge?: true };

/** Whether two values of fields are the same, whatever the order of their members. */
export function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, inOrder(inner)]),
  );
}

type Fields = Record<string, unknown>;

/** Puts two changes of the same fields together, field by field; `conflicts` names those that both changed, where mine stands. */
export function mergeFields(base: Fields, mine: Fields, theirs: Fields): { fields: Fields; conflicts: string[] } {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const conflicts: string[] = [];
  const entries = names.flatMap((name) => {
    const iChanged = !isSame(base[name], mine[name]);
    const theyChanged = !isSame(base[name], theirs[name]);
    if (iChanged && theyChanged && !isSame(mine[name], theirs[name])) conflicts.push(name);
    const chosen = iChanged ? mine : theirs;
    return name in chosen ? [[name, chosen[name]] as const] : [];
  });
  return { fields: Object.fromEntries(entries), conflicts };
}

/**
 * Puts two changes of one text together, three-way, by lines (what differs is found by jsdiff), or says where both changed the
 * same. Changes that touch are one. What shares too little with its base is one conflict between the common ends, and
 * says so.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || theirs === base) return { text: mine };
  if (mine === base) return { text: theirs };
  const [o, a, b] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  const [byMe, byThem] = [stretchesOf(o, a), stretchesOf(o, b)];
  if (!byMe || !byThem) return { regions: unmerged(o, a, b), tooLarge: true };
  const regions = joined(regionsOf({ o, a, b }, changesOf(byMe, 'a'), changesOf(byThem, 'b')));
  if (regions.every((region) => 'lines' in region)) return { text: regions.flatMap(({ lines }) => lines).join('\n') };
  return { regions };
}

type State = { fields: Fields; text: string };

/** What was made of `base`, on top of what others made of it since; undefined where both changed the same. */
export function broughtUp(base: State, mine: State, theirs: State): State | undefined {
  const { fields, conflicts } = mergeFields(base.fields, mine.fields, theirs.fields);
  const merged = mergeTexts(base.text, mine.text, theirs.text);
  return conflicts.length > 0 || !('text' in merged) ? undefined : { fields, text: merged.text };
}

type Texts = { o: readonly string[]; a: readonly string[]; b: readonly string[] };
/** Lines of the base that one side has otherwise. */
type Changed = { side: 'a' | 'b'; from: number; to: number; start: number; end: number };

const changesOf = (stretches: readonly Stretch[], side: 'a' | 'b'): Changed[] =>
  stretches
    .filter(({ same }) => !same)
    .map(({ before, after }) => ({ side, from: before[0], to: before[1], start: after[0], end: after[1] }));

function regionsOf({ o, a, b }: Texts, byMe: readonly Changed[], byThem: readonly Changed[]): Region[] {
  const changes = [...byMe, ...byThem].sort((one, other) => one.from - other.from || one.to - other.to);
  const regions: Region[] = [];
  let at = 0;
  for (let next = 0; next < changes.length; ) {
    const group: Changed[] = [];
    let { from, to } = changes[next] as Changed;
    for (let change = changes[next]; change && (group.length === 0 || change.from <= to); change = changes[++next]) {
      group.push(change);
      to = Math.max(to, change.to);
    }
    /** What a side has in place of these lines of the base. */
    const has = (side: 'a' | 'b', lines: readonly string[]) => {
      const own = group.filter((change) => change.side === side);
      const [first, last] = [own[0], own.at(-1)];
      return first && last ? lines.slice(first.start - (first.from - from), last.end + (to - last.to)) : undefined;
    };
    regions.push({ lines: o.slice(at, from) });
    const [mine, theirs] = [has('a', a), has('b', b)];
    // No line and an empty one are not the same.
    if (mine && theirs && (mine.length !== theirs.length || mine.some((line, n) => line !== theirs[n])))
      regions.push({ mine, theirs, base: o.slice(from, to) });
    else regions.push({ lines: mine ?? theirs ?? [] });
    at = to;
  }
  return [...regions, { lines: o.slice(at) }];
}

/** All that lies between what the three begin and end with, as one conflict. */
function unmerged(o: readonly string[], a: readonly string[], b: readonly string[]): Region[] {
  const [mine, theirs] = [commonEnds(o, a), commonEnds(o, b)];
  const [start, end] = [Math.min(mine.start, theirs.start), Math.min(mine.end, theirs.end)];
  const inner = (lines: readonly string[]) => lines.slice(start, lines.length - end);
  return joined([
    { lines: o.slice(0, start) },
    { mine: inner(a), theirs: inner(b), base: inner(o) },
    { lines: o.slice(o.length - end) },
  ]);
}

function joined(regions: readonly Region[]): Region[] {
  const found: Region[] = [];
  for (const region of regions) {
    const last = found.at(-1);
    if (!('lines' in region)) found.push(region);
    else if (last && 'lines' in last) last.lines = last.lines.concat(region.lines);
    else if (region.lines.length > 0) found.push({ lines: region.lines });
  }
  return found;
}
