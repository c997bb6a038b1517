/** From how many items rated by both on a common taste is told. */
export const commonNeeded = 5;
/** How much a few common items say: after k of them, half. */
export const tasteShrink = 5;
/** The most that two half-star ratings differ: ½ and 5. */
const widest = 4.5;
/** From which rating on an item is loved. */
const loved = 4;
/** By how much two people differ where they disagree. */
const apart = 1.5;
/** How many items are named of each sort. */
const namedItems = 5;

export type Common = { itemId: string; one: number; other: number };
export type Compared = {
  common: number;
  /** 1 − mean difference / 4.5; null below five common items. */
  agreement: number | null;
  /** ½ + (agreement − ½) · n / (n + 5): what few items say is drawn to the middle. Null as above. */
  score: number | null;
  loved: Common[];
  disagreed: Common[];
};

/** The ratings two people share, by item. */
export function commonRatings(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Common[] {
  return [...one].flatMap(([itemId, rating]) => {
    const theirs = other.get(itemId);
    return theirs === undefined ? [] : [{ itemId, one: rating, other: theirs }];
  });
}

/**
 * Compares two people's taste by the items both rated: agreement = 1 − mean|a − b| / 4.5 over n items, drawn to the
 * middle by n / (n + 5). Up to five items both rated 4 or more, best first, and five they differ on by 1½ or more.
 */
export function compareTaste(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Compared {
  const all = commonRatings(one, other).sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
  const n = all.length;
  const difference = ({ one, other }: Common) => Math.abs(one - other);
  const agreement = n < commonNeeded ? null : 1 - all.reduce((sum, pair) => sum + difference(pair), 0) / n / widest;
  return {
    common: n,
    agreement,
    score: agreement === null ? null : 0.5 + (agreement - 0.5) * (n / (n + tasteShrink)),
    loved: all
      .filter((pair) => Math.min(pair.one, pair.other) >= loved)
      .sort((a, b) => b.one + b.other - (a.one + a.other))
      .slice(0, namedItems),
    disagreed: all
      .filter((pair) => difference(pair) >= apart)
      .sort((a, b) => difference(b) - difference(a))
      .slice(0, namedItems),
  };
}
