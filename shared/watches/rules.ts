import type { Seen } from './schema.ts';

/** How many things one person may watch. */
export const watchesPerPerson = 2000;
/** For how long a change stays in a watchlist. */
export const watchDays = 60;
/** How many of the latest changes come into the watchlist of whoever begins to watch something. */
export const watchedBefore = 50;
/** From how many people on their number is told: below, it would be guessed who they are. */
export const watchersShown = 5;
/** For how long recent changes are listed. */
export const changeDays = 90;
/** How many tags a change stands under. */
export const tagsPerChange = 5;
/** From how many unseen ones on the exact number is not told. */
export const unseenShown = 99;
/** How many lines are remembered as seen one by one; beyond, the memory begins anew. */
export const seenOneByOne = 500;

/** Whether somebody has seen a line. */
export function isSeen({ until, ones }: Seen, line: { at: string; id: string }): boolean {
  return (until !== null && line.at <= until) || ones.includes(line.id);
}

/** A number of watchers as it is told: null where there are few. */
export const watchersTold = (watchers: number): number | null => (watchers >= watchersShown ? watchers : null);
