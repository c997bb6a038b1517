import { diffWordsWithSpace } from 'diff';
import type { Block, Comparison, Hunk, Part } from './comparison.ts';
import { linesOf, stretchesOf } from './lines.ts';
import { isSame } from './merge.ts';

/** Lines shown around a change. */
const context = 3;
/** What differs is compared word by word where it is no longer than this, in characters of both sides. */
const longestBlock = 40_000;
/** Steps that all comparisons by words of one answer may take together. */
const wordWork = 4_000_000;

/** What changed between two states, word by word. */
export function compareStates(
  before: { fields: Record<string, unknown>; text: string },
  after: { fields: Record<string, unknown>; text: string },
): Comparison {
  return { fields: compareFields(before.fields, after.fields), text: compareTexts(before.text, after.text) };
}

function compareFields(before: Record<string, unknown>, after: Record<string, unknown>): Comparison['fields'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => ({
      name,
      ...(name in before ? { before: before[name] } : {}),
      ...(name in after ? { after: after[name] } : {}),
    }));
}

/** What changed between two texts, with a few lines around; nothing but `tooDifferent` where they share too little. */
export function compareTexts(before: string, after: string): Comparison['text'] {
  if (before === after) return { hunks: [] };
  const [left, right] = [linesOf(before), linesOf(after)];
  const stretches = stretchesOf(left, right);
  if (!stretches) return { hunks: [], tooDifferent: true };
  const words = new Words();
  const hunks: Hunk[] = [];
  let hunk: Hunk | undefined;
  for (const [at, { same, before: b, after: a }] of stretches.entries()) {
    if (!same) {
      const block = words.compare(left.slice(...b), right.slice(...a));
      if (hunk) hunk.blocks.push(block);
      else hunk = { before: b[0] + 1, after: a[0] + 1, blocks: [block] };
      continue;
    }
    const shared = left.slice(...b);
    const isLast = at === stretches.length - 1;
    if (hunk && (isLast || shared.length > 2 * context)) {
      hunk.blocks.push({ same: shared.slice(0, context) });
      hunks.push(hunk);
      hunk = undefined;
    } else hunk?.blocks.push({ same: shared });
    if (hunk || isLast) continue;
    const lead = shared.slice(Math.max(0, shared.length - context));
    hunk = { before: b[1] - lead.length + 1, after: a[1] - lead.length + 1, blocks: [{ same: lead }] };
  }
  if (hunk) hunks.push(hunk);
  return { hunks };
}

/** Compares blocks by words as long as the work that one answer may cost is not used up; then whole lines are marked. */
class Words {
  #left = wordWork;

  compare(before: readonly string[], after: readonly string[]): Block {
    const [old, now] = [before.join('\n'), after.join('\n')];
    const whole = () => ({
      ...(before.length > 0 ? { before: before.map((text) => [{ text, changed: true }]) } : {}),
      ...(after.length > 0 ? { after: after.map((text) => [{ text, changed: true }]) } : {}),
    });
    if (before.length === 0 || after.length === 0 || old.length + now.length > longestBlock) return whole();
    const most = Math.floor(Math.min(1000, Math.sqrt(this.#left)));
    if (most < 1) return whole();
    const changes = diffWordsWithSpace(old, now, { maxEditLength: most });
    const edits = changes?.reduce((sum, { added, removed, count }) => (added || removed ? sum + count : sum), 0);
    this.#left -= (edits ?? most) ** 2 + 1;
    if (!changes) return whole();
    return {
      before: byLine(changes.filter(({ added }) => !added).map(({ value, removed }) => ({ value, changed: removed }))),
      after: byLine(changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ value, changed: added }))),
    };
  }
}

function byLine(pieces: readonly { value: string; changed: boolean }[]): Part[][] {
  const lines: Part[][] = [[]];
  for (const { value, changed } of pieces) {
    for (const [n, text] of value.split('\n').entries()) {
      if (n > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push(changed ? { text, changed } : { text });
    }
  }
  return lines;
}
