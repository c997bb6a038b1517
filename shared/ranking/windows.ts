import type { Counts } from '../items/schema.ts';
import { type Parameters, parameters } from './parameters.ts';
import { type Order, type WindowName, windows } from './schema.ts';
import { meanUpMinute } from './settle.ts';
import { secondOfMinute, windowSeconds } from './time.ts';

/**
 * The windows of which a ranking keeps a list of its own, shortest first. Every list is one more place to move an item to,
 * at every step of its votes; so those that are asked for most keep all five, and where few things stand or
 * age decides anyway, a longer one does for the shorter. Decision 003.
 */
export function keptWindows(order: Order, tagged: boolean): readonly WindowName[] {
  if (order === 'hot' || order === 'new') return ['all'];
  return tagged || order === 'rising' ? ['month', 'all'] : windows;
}

/** The window whose list a window is read from: itself, or the next longer one that is kept. */
export function listedIn(order: Order, tagged: boolean, window: WindowName): WindowName {
  return keptWindows(order, tagged).find((kept) => windows.indexOf(kept) >= windows.indexOf(window)) ?? 'all';
}

/**
 * The second since 1970 from which an item has no place in a list any more; undefined where it never loses it. An item
 * rises while its votes are young: else every vote that trickles in would move it in a list that nobody sees the end of.
 */
export function endOfPlace(
  order: Order,
  window: WindowName,
  counts: Counts,
  added: number,
  { risingDays }: Parameters = parameters,
): number | undefined {
  const length = windowSeconds(window);
  const ends = [
    ...(length === undefined ? [] : [added + length]),
    ...(order === 'rising' ? [secondOfMinute(meanUpMinute(counts)) + risingDays * 86_400] : []),
  ];
  return ends.length > 0 ? Math.min(...ends) : undefined;
}
