import { tagMark } from '../follows/rules.ts';
import { targetText } from '../targets.ts';

/** How many people, tags and items one person may mute together. */
export const mutesPerPerson = 500;

/** Who did something, with what, and under which tags (each as `tagMark`). */
export type Mutable = { byId: string; itemId: string; tags?: readonly string[] | undefined };

/** Tells what is hidden from somebody who muted these (each as `targetText`). */
export function hiddenBy(muted: ReadonlySet<string>): (line: Mutable) => boolean {
  const tags = new Set([...muted].filter((text) => text.startsWith('t#')).map((text) => tagMark(text.slice(2))));
  return ({ byId, itemId, tags: under }) =>
    muted.has(targetText({ what: 'people', id: byId })) ||
    muted.has(targetText({ what: 'items', id: itemId })) ||
    (under?.some((mark) => tags.has(mark)) ?? false);
}
