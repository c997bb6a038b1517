/** How many people, tags and items one person may follow together. */
export const followsPerPerson = 2000;
/** For how long what somebody did stays in the home feeds of others. */
export const feedDays = 60;
/** How many of the latest acts under something come into the feed of whoever begins to follow it. */
export const broughtAlong = 200;

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
