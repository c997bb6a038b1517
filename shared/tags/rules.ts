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

/** A person's tags on an item with `to` in place of those of `from`, sorted; undefined where none of those is among them. */
export function retagged(
  tags: Iterable<string>,
  from: readonly string[],
  to: string | undefined,
): string[] | undefined {
  const all = [...tags];
  const going = from.filter((tag) => tag !== to && all.includes(tag));
  if (going.length === 0) return undefined;
  const left = all.filter((tag) => !going.includes(tag));
  return [...new Set(to === undefined ? left : [...left, to])].sort();
}

/** Whether an item takes this tag in place of those of one person: it may have as many different ones as `tagsPerItem`. */
export function hasRoomFor(crowd: Record<string, number>, to: string, going: readonly string[]): boolean {
  if (tagUses(crowd, to)) return true;
  const freed = going.filter((tag) => tagUses(crowd, tag) === 1).length;
  return Object.keys(crowd).length - freed < tagsPerItem;
}

/** How many bundles a person may have, and how many tags in one. */
export const bundlesAtMost = 100;
export const tagsPerBundle = 100;

/** How many of the latest public saves with a tag are looked at for tags that go with it: within ten read units. */
export const relatedSample = 150;
const relatedShown = 20;

/** The tags that stand beside one, by how many of these saves have both, most first. */
export function relatedTo(tag: string, saves: readonly (readonly string[])[]): { tag: string; count: number }[] {
  const counts: Record<string, number> = Object.create(null);
  for (const tags of saves)
    for (const other of new Set(tags)) if (other !== tag) counts[other] = (counts[other] ?? 0) + 1;
  return crowdTags(counts).slice(0, relatedShown);
}

/** How many better names one after the other are followed. */
export const namesFollowed = 8;

/** The best name of each tag that has a better one: `pairs` are what is in force, of which the better name may have a better one itself. */
export function bestNames(pairs: readonly { tag: string; other: string }[]): Map<string, string> {
  const better = new Map(pairs.map(({ tag, other }) => [other, tag]));
  const best = (tag: string) => {
    let found = tag;
    for (let step = 0; step < namesFollowed; step++) found = better.get(found) ?? found;
    return found;
  };
  return new Map([...better.keys()].map((other) => [other, best(other)]));
}
