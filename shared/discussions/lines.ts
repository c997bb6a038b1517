import type { Comparison } from '../revisions/comparison.ts';
import { type CommentedLine, quoteLongest } from './schema.ts';

type Side = CommentedLine['side'];
/** A line that a comparison shows: on which side, its number from 1, and what stands in it. */
export type ShownLine = { side: Side; number: number; text: string };

/** A line as comments quote it: its beginning. */
export const quoteOf = (text: string): string => text.slice(0, quoteLongest).toWellFormed();

/** The lines that a comparison shows, numbered; what both sides have is a line of what it becomes. */
export function shownLines({ hunks }: Comparison['text']): ShownLine[] {
  return hunks.flatMap(({ before, after, blocks }) => {
    const next = { before, after };
    return blocks.flatMap((block) => {
      const numbered = (side: Side, lines: readonly string[]) =>
        lines.map((text) => ({ side, number: next[side]++, text }));
      const joined = (lines: Exclude<typeof block.before, undefined>) =>
        lines.map((parts) => parts.map(({ text }) => text).join(''));
      next.before += block.same?.length ?? 0;
      return [
        ...numbered('after', block.same ?? []),
        ...numbered('before', joined(block.before ?? [])),
        ...numbered('after', joined(block.after ?? [])),
      ];
    });
  });
}

type OnLine = { line?: CommentedLine | undefined };

/**
 * Which comments stand at which of the lines that a version shows (by `lineKey`), and which at none. One on this version
 * stands at its own line; one on another version at the nearest line of the same side, or else of the other, that says
 * what it quotes.
 */
export function placedAtLines<T extends OnLine>(
  comments: readonly T[],
  version: number,
  lines: readonly ShownLine[],
): { at: Map<string, T[]>; elsewhere: T[] } {
  const at = new Map<string, T[]>();
  const elsewhere: T[] = [];
  for (const comment of comments) {
    const place = comment.line && placeOf(comment.line, version, lines);
    if (place) at.set(lineKey(place), [...(at.get(lineKey(place)) ?? []), comment]);
    else elsewhere.push(comment);
  }
  return { at, elsewhere };
}

export const lineKey = ({ side, number }: Pick<ShownLine, 'side' | 'number'>): string => `${side} ${number}`;

function placeOf(quoted: CommentedLine, version: number, lines: readonly ShownLine[]): ShownLine | undefined {
  if (quoted.version === version) return lines.find((line) => lineKey(line) === lineKey(quoted));
  // A blank line is like any other: it says nothing of where it was.
  if (quoted.text.trim() === '') return undefined;
  const farFrom = ({ side, number }: ShownLine) => Math.abs(number - quoted.number) + (side === quoted.side ? 0 : 1e7);
  return lines
    .filter(({ text }) => quoteOf(text) === quoted.text)
    .sort((one, other) => farFrom(one) - farFrom(other))[0];
}
