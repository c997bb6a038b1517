/** The item's most used tags that its page shows. */
export const tagsShown = 50;
/** How many tags one person may put on one item: as many as bookmarks kept elsewhere come with. */
export const tagsPerPersonAndItem = 30;
/** The item's most used tags that give it a place on tag pages. */
export const rankedTagsPerItem = 10;

/** A tag in normal form: NFC, lower case, runs of spaces as one hyphen, no leading `#`. */
export function normaliseTag(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .trim()
    .replace(/\s+/gu, '-')
    .replace(/^#+(?=.)/u, '');
}

/** Whether a normalised text may stand as a tag. Letters that nobody sees (Hangul fillers) may not. */
export function isTag(text: string): boolean {
  return (
    text.isWellFormed() &&
    [...text].length <= 40 &&
    !/(?=\p{L})\p{Default_Ignorable_Code_Point}/u.test(text) &&
    /^(?:[\p{L}\p{N}\p{M}\p{Extended_Pictographic}.\-_+#&']|\u200d|\ufe0f)+$/u.test(text) &&
    /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) &&
    !/^[\p{M}_]/u.test(text)
  );
}

/** How many different tags an item takes; those it has can still be put on it. */
export const tagsPerItem = 200;

/** How many put a tag on an item. A tag may read like a property of every object, so only own ones count. */
export function tagUses(tags: Record<string, number>, tag: string): number {
  return Object.hasOwn(tags, tag) ? (tags[tag] ?? 0) : 0;
}

/** Tags by use, most used first, then by letter: the order everywhere. */
export function crowdTags(tags: Record<string, number>): { tag: string; count: number }[] {
  return Object.entries(tags)
    .filter(([, count]) => count > 0)
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
}
