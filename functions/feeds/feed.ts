/** One entry of a feed, before it is written in a format. */
export type Entry = {
  /** The path of the page it leads to. Readers know the entry by it, so it stays. */
  path: string;
  /** What tells it apart from other entries that lead there. */
  mark?: string;
  title: string;
  /** What it says, as HTML that is safe anywhere, with whole addresses. */
  html: string;
  /** Handle; null where nobody is named. */
  by: string | null;
  at: string;
  editedAt?: string | undefined;
  tags?: readonly string[];
  picture?: string | undefined;
  /** SPDX identifier, where the entry has one of its own. */
  licence?: string;
};

/** A list as a feed, before it is written in a format. */
export type Feed = {
  /** The page of the list, its path and query in their usual spelling. */
  page: string;
  /** Where people see the list, while it has no page at its own address. */
  seenAt?: string;
  title: string;
  description: string;
  entries: Entry[];
  /** Whether whatever comes to the list is newer than all that is there. */
  isByTime: boolean;
};

/** What readers know an entry by. */
export const entryId = ({ path, mark }: Entry, origin: string): string => `${origin}${path}${mark ? `#${mark}` : ''}`;

/** When an entry was last written. */
export const updatedAt = ({ at, editedAt }: Entry): Date => new Date(editedAt ?? at);

/** When a list last changed by its entries alone; never later than that, so that a feed that did not change says the same. */
export const feedUpdated = ({ entries }: Feed): Date =>
  new Date(Math.max(0, ...entries.map((entry) => updatedAt(entry).getTime())));

/** A feed as it is written: whose site it is, and under which address it is asked for. */
export type Written = { feed: Feed; origin: string; self: string };
export const siteName = 'Commonplace';
