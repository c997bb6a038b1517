import type { Followable } from './schema.ts';

/** How many people, tags and items one person may follow together. */
export const followsPerPerson = 2000;
/** For how long what somebody did stays in the home feeds of others. */
export const feedDays = 60;
/** How many of the latest acts under something come into the feed of whoever begins to follow it. */
export const broughtAlong = 200;

/** What is followed, muted or done under, as text that tells the three apart; `id` is a person’s or an item’s id or a tag. */
export type Target = { what: Followable; id: string };
const letters: Record<Followable, string> = { people: 'p', tags: 't', items: 'i' };

/** A target as it stands in keys: `p#…`, `t#…` or `i#…`. */
export function targetText({ what, id }: Target): string {
  return `${letters[what]}#${id}`;
}

/** Reads it back; undefined for anything else. */
export function readTarget(text: string): Target | undefined {
  const what = (Object.keys(letters) as Followable[]).find((name) => text.startsWith(`${letters[name]}#`));
  return what && { what, id: text.slice(2) };
}

/** A tag in four bytes, so that a line of a feed can hold all tags it can be muted by (FNV-1a). */
export function tagMark(tag: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(tag)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The beginning of a text of at most so many bytes of UTF-8, cut at a character; whole where it is as short. */
export function cutBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= most) return text;
  let cut = '';
  let bytes = 3;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > most) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}
