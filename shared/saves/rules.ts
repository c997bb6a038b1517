import type { Save, SaveCard } from './schema.ts';

/**
 * How many shelves of one's own a save may stand on. All of them and all tags may change at once, and the numbers of each list
 * that a save leaves or comes to are written together: at most 100 rows with what else they move.
 */
export const shelvesPerSave = 12;
/** How many readings of one item are kept, and how many steps of progress in all of them. */
export const readingsKept = 30;
export const progressKept = 400;
/** Days for which a save stands among the recent ones of everybody. */
export const recentDays = 30;
/** How much of a note lists show, in bytes of UTF-8: a page of fifty stays within ten read units in any script. */
const noteShown = 600;

/** A list of a person's saves: all, of a kind, on a kind's shelf, on a shelf of their own, or under a tag. */
export type SaveList = { kind?: string; shelf?: string; own?: string; tag?: string };

/**
 * The name of a list of saves, from what was asked for; a shelf goes with its kind. Undefined where what was asked for goes
 * together in no list.
 */
export function saveListName({ kind, shelf, own, tag }: SaveList): string | undefined {
  const given = [own, tag, kind].filter((part) => part !== undefined).length;
  if (given > 1 || (shelf !== undefined && kind === undefined)) return undefined;
  if (own !== undefined) return `o/${own}`;
  if (tag !== undefined) return `t/${tag}`;
  if (kind !== undefined) return shelf === undefined ? `k/${kind}` : `s/${kind}/${shelf}`;
  return 'all';
}

/** The names of all lists that a save stands in. Pure: the same save, the same lists. */
export function listsOfSave(save: { kind: string; shelf?: string; shelves: string[]; tags: string[] }): string[] {
  const { kind, shelf, shelves, tags } = save;
  return [
    'all',
    `k/${kind}`,
    ...(shelf === undefined ? [] : [`s/${kind}/${shelf}`]),
    ...shelves.map((own) => `o/${own}`),
    ...tags.map((tag) => `t/${tag}`),
  ];
}

/** How the lists of kinds' shelves begin. */
export const shelfLists = 's/';
/** How the lists of tags begin. */
export const tagLists = 't/';
/** How the lists of months begin; there are numbers of them alone. */
export const monthLists = 'y/';
/** The list of what was saved in a month `YYYY-MM`. */
export const monthList = (month: string) => `${monthLists}${month}`;

/** A note as lists show it: whole, or cut between characters with `more`. */
export function noteExcerpt(note: string): { note?: string; more?: true } {
  if (note === '') return {};
  const bytes = new TextEncoder().encode(note);
  if (bytes.length <= noteShown) return { note };
  const cut = new TextDecoder().decode(bytes.slice(0, noteShown)).replace(/\ufffd+$/u, '');
  return { note: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.length - 40)).trimEnd()}…`, more: true };
}

/** What lists show of a save. Members in fixed order, since the text is compared. */
export function saveCardOf({ item, address, by, at, shelf, shelves, tags, ...save }: Save): SaveCard {
  const { id, kind, title, byline, picture } = item;
  return {
    item: { id, kind, title, byline, ...(picture ? { picture } : {}) },
    ...(address ? { address } : {}),
    by,
    at,
    ...(save.private ? { private: true as const } : {}),
    ...(shelf ? { shelf } : {}),
    ...(shelves.length > 0 ? { shelves } : {}),
    ...noteExcerpt(save.note),
    ...(tags.length > 0 ? { tags } : {}),
    ...(save.held ? { held: save.held } : {}),
  };
}

/** My tags that may fit, the likeliest first: those the crowd or the title has, then those used most. */
export function suggestedTags(
  mine: readonly { tag: string; count: number }[],
  { crowd, title }: { crowd: readonly string[]; title: string },
  most: number,
): string[] {
  const words = new Set(title.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const fits = (tag: string) => Number(crowd.includes(tag)) * 2 + Number(words.has(tag));
  return [...mine]
    .sort((a, b) => fits(b.tag) - fits(a.tag) || b.count - a.count || (a.tag < b.tag ? -1 : 1))
    .slice(0, most)
    .map(({ tag }) => tag);
}
