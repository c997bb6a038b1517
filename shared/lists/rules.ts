import { withoutSpoilers } from '../pages/rules.ts';
import type { ListMode } from './schema.ts';

/** How many items one list takes. */
export const entriesPerList = 1000;
/** How many items one person may put in order on one list. */
export const ballotSize = 100;
/**
 * A ballot is stored in rows of so many items: a change of one row then touches at most twice as many standings, which
 * the projector counts in one transaction.
 */
export const ballotPart = 40;
/** A position longer than this is a reason to give the whole list short ones again; characters. */
export const longestPosition = 60;

/** What a place on one person's ballot is worth, counted from 1: the first 100 points, the hundredth 1 (Borda). */
export function pointsOf(place: number): number {
  return ballotSize + 1 - place;
}

/** A ballot cut into the rows that it is stored in. */
export function ballotParts(items: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < items.length; at += ballotPart) parts.push(items.slice(at, at + ballotPart));
  return parts;
}

/** What one row of a ballot gives to each item. */
export function partPoints(part: number, items: readonly string[]): Map<string, number> {
  return new Map(items.map((itemId, index) => [itemId, pointsOf(part * ballotPart + index + 1)]));
}

/** A whole number by its first digits, rounded down, so that a row moves O(log N) times while N votes arrive. */
function byFirst(digits: number, value: number): number {
  const step = 10 ** Math.max(0, String(value).length - digits);
  return Math.floor(value / step) * step;
}

/** Points as rows are ordered by: exact below 1,000, beyond that the first three digits (12,345 → 12,300). */
export function settledPoints(points: number): number {
  return byFirst(3, points);
}

/** How many voted, or how many items there are, as lists show it: exact below 100, beyond that the first two digits. */
export function settledNumber(count: number): number {
  return byFirst(2, count);
}

/** Markdown as the words that are read of it: spoilers hidden, links by what they say, without the signs around words. */
export function wordsOf(markdown: string): string {
  return withoutSpoilers(markdown)
    .replace(/!?\[([^\]\n]{0,300})\]\([^()\s]{0,2000}\)/gu, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+])[ \t]+/gmu, '')
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
}

/** The beginning of a text for a row, on one line, at most so many characters, cut at a word. */
export function beginningOf(text: string, length: number): { text: string; more: boolean } {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === text && line.length <= length) return { text, more: false };
  if (line.length <= length) return { text: line, more: true };
  const cut = line
    .slice(0, length - 1)
    .toWellFormed()
    .replace('\ufffd', '');
  return { text: `${cut.replace(/\s+\S{0,30}$/u, '').trimEnd()}…`, more: true };
}

type Standing = { mode: ListMode; isOwner: boolean; isMine: boolean; othersVoted: boolean };

/**
 * What keeps a person from taking an entry off a list, if anything: another's `list`, another's `entry`, others' `votes`. Who made a list keeps it clean; who put an item on an open
 * list may take it off until others voted for it. Votes are never lost: put back, an item has them again.
 */
export function mayRemove({ mode, isOwner, isMine, othersVoted }: Standing) {
  if (isOwner) return undefined;
  if (mode === 'closed') return 'list';
  if (!isMine) return 'entry';
  return othersVoted ? 'votes' : undefined;
}
