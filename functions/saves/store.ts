import { isDeepStrictEqual } from 'node:util';
import { termsInForce } from '#functions/holds/reader.ts';
import type { PersonContext } from '#functions/http/handler.ts';
import { type ItemRow, type ItemStanding, requireOpen } from '#functions/items/reader.ts';
import { handleOf, type Profile } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { footingOf, stillHeld } from '#shared/holds/rules.ts';
import type { Hold, HoldTerms } from '#shared/holds/schema.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { NewSave } from '#shared/saves/schema.ts';
import { tagsPerItem, tagsPerPersonAndItem, tagUses } from '#shared/tags/rules.ts';
import {
  type BeforeSaving,
  beforeSaving,
  isSaved,
  type OwnAddress,
  type SaveContent,
  type SavedRow,
  type SaveRow,
  storeSave,
} from './table.ts';

export type Stored = { row: SavedRow; outcome: 'saved' | 'unchanged' | 'kept' };
export type SaveOptions = {
  /**
   * The import that it comes from. A file is the newer word on what came from a file, but that tags only come to those
   * there are; what the person saved or edited here stays: `kept`.
   */
  fromFile?: string;
  /** What is saved under a private id, where it is no item here. */
  own?: { about: SavedRow['about'] } & OwnAddress;
  /** Only where nothing is saved yet: a save that is there stays as it is, `kept`. */
  onlyNew?: boolean;
  /** What was read a moment ago, for many at once. The write is held to it: where it moved on it is read anew. */
  known?: BeforeSaving;
};

/**
 * Saves what is an item here, or a private address of the caller's that stays one. Undefined where it is neither.
 * @throws no_such_shelf, tag_limit, account_deleted, handle_required
 */
export async function saveExisting(
  itemId: string,
  wanted: NewSave,
  context: PersonContext,
  options: SaveOptions = {},
): Promise<Stored | undefined> {
  for (let tries = 0; tries < 10; tries++) {
    const [{ profile, item, standing, mine }, terms] = await Promise.all([
      (tries === 0 ? options.known : undefined) ?? beforeSaving(context.caller.personId, itemId),
      termsInForce(),
    ]);
    const by = handleOf(profile);
    const own = !item && wanted.private ? (options.own ?? ownOf(mine)) : undefined;
    const about = item ? aboutOf(item as ItemRow) : own?.about;
    if (!about) return undefined;
    if (item && !isSaved(mine)) requireOpen(item as ItemRow);
    requireShelf(about.kind, wanted.shelf);
    if (options.onlyNew && isSaved(mine)) return { row: mine, outcome: 'kept' };
    if (options.fromFile && isSaved(mine) && !mine.imported) return { row: mine, outcome: 'kept' };
    const content = contentOf(wanted, { by, about, at: mine?.at ?? isoSeconds(context.now) }, options.fromFile, mine);
    content.held = holdOf(wanted, mine, (profile as Profile).at, terms);
    if (!wanted.private)
      requireRoom(
        (content.tags as Set<string> | undefined) ?? mine?.tags ?? [],
        standing as Partial<ItemStanding> | undefined,
      );
    if (own) content.own = { fields: own.fields, names: own.names };
    if (isSaved(mine) && sameContent(mine, content)) return { row: mine, outcome: 'unchanged' };
    // A private note is nobody's business, nor when it changed.
    const asSeen = { ...content, privateNote: mine?.privateNote, imported: mine?.imported };
    const seen = isSaved(mine) && !sameContent(mine, asSeen);
    const stamp = seen ? { editedAt: isoSeconds(context.now) } : {};
    const row = await storeSave(
      context.caller.personId,
      itemId,
      { ...content, ...stamp },
      mine,
      Boolean(options.fromFile),
    );
    if (row) return { row: row as SavedRow, outcome: 'saved' };
  }
  throw new AppError('try_again');
}

/**
 * Whether a public save waits before it counts: by the clock, not by a date from elsewhere. One that was public keeps its
 * hold as it was, no longer, no shorter.
 */
export function holdOf(
  wanted: NewSave,
  mine: SaveRow | undefined,
  since: string | undefined,
  terms: HoldTerms,
): Hold | undefined {
  const clock = new Date();
  if (wanted.private) return undefined;
  if (isSaved(mine) && !mine.private) return stillHeld(mine.held, clock);
  return footingOf(since, terms, clock).hold;
}

/** A private address as it was kept before. */
function ownOf(mine: SaveRow | undefined): SaveOptions['own'] {
  return mine?.own && mine.about ? { ...mine.own, about: mine.about } : undefined;
}

export type Named = Pick<ItemRow, 'kind' | 'title' | 'byline' | 'fields'>;

/** What an item is called now, for its save to remember. */
export function aboutOf({ kind, title, byline, fields }: Named): SavedRow['about'] {
  const picture = kinds[kind].picture(fields);
  return { kind, title, byline, ...(picture && picture.length <= 300 ? { picture } : {}) };
}

type Around = Pick<SavedRow, 'by' | 'about' | 'at'>;

/** What is written of a save. Tags that nobody named stay, and beside a file's those that were there. */
export function contentOf(
  wanted: NewSave,
  { by, about, at }: Around,
  fromFile?: string,
  mine?: Pick<SaveRow, 'tags'>,
): SaveContent {
  const orGone = (text: string) => (text === '' ? undefined : text);
  const { shelf, shelves, note, privateNote, readings } = wanted;
  const there = fromFile && wanted.tags ? [...(mine?.tags ?? [])] : [];
  const tags = wanted.tags && [...new Set([...there, ...wanted.tags])].slice(0, tagsPerPersonAndItem);
  return {
    at: wanted.at ?? at,
    by,
    about,
    private: wanted.private ? true : undefined,
    shelf,
    shelves: shelves.length > 0 ? [...new Set(shelves)].sort() : undefined,
    note: orGone(note),
    privateNote: orGone(privateNote),
    readings: readings.length > 0 ? readings : undefined,
    imported: fromFile,
    ...(tags === undefined ? {} : { tags: tags.length > 0 ? new Set(tags) : undefined }),
  };
}

/**
 * Whether a save says all that already; what its item is called now, that it waits, and which file it came from, is no
 * change of it.
 */
function sameContent(row: SaveRow, { about: _about, held: _held, imported, ...content }: SaveContent): boolean {
  if (Boolean(imported) !== Boolean(row.imported)) return false;
  return Object.entries(content).every(([name, value]) => isDeepStrictEqual(row[name], value));
}

/** @throws no_such_shelf */
export function requireShelf(kind: keyof typeof kinds, shelf: string | undefined): void {
  const { label, shelves } = kinds[kind];
  if (shelf === undefined || shelves.some(({ key }) => key === shelf)) return;
  throw new AppError(
    'no_such_shelf',
    `The shelves of a ${label.toLowerCase()}: ${shelves.map(({ key }) => key).join(', ')}`,
  );
}

/**
 * That what is said to have been saved elsewhere and earlier was: a date to come would stand before everything in every
 * list, for as long as it is to come. Clocks may differ by a minute. @throws day_to_come
 */
export function requirePast(at: string | undefined, now: Date): void {
  if (at !== undefined && Date.parse(at) > now.getTime() + 60_000) throw new AppError('day_to_come');
}

/** @throws tag_limit where the item has as many different tags as it takes */
export function requireRoom(wanted: Iterable<string>, standing: Partial<ItemStanding> | undefined): void {
  const crowd = standing?.tags ?? {};
  const others = [...wanted].filter((tag) => !tagUses(crowd, tag)).length;
  if (others > 0 && Object.keys(crowd).length + others > tagsPerItem) {
    throw new AppError('tag_limit', `This item has ${tagsPerItem} different tags, the most it takes; use one of them`);
  }
}
