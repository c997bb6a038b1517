import { countsOf, type ItemRow, type ItemStanding } from '#functions/items/reader.ts';
import type { ListEntryRow, ListedStanding, ListRow, ListStanding } from '#functions/lists/reader.ts';
import type { PersonStanding, Profile } from '#functions/people/reader.ts';
import type { ReviewRow, ReviewStanding, ReviewVersion } from '#functions/reviews/reader.ts';
import { isSaved, type SaveRow, saveFrom } from '#functions/saves/reader.ts';
import type { DumpRow } from '#shared/dumps/schema.ts';
import { wordingsShown } from '#shared/reviews/rules.ts';
import { crowdTags, tagsShown } from '#shared/tags/rules.ts';

// Every row is written out field by field: what is not named here never leaves the table.

/** A person as the person's page shows them; undefined for who has no handle, or no account any more. */
export function personRow(
  { handle, at }: Partial<Profile>,
  standing: Partial<PersonStanding> | undefined,
): DumpRow<'people'> | undefined {
  if (!handle) return undefined;
  return {
    handle,
    joined: (at ?? '').slice(0, 10),
    counts: {
      items: standing?.items ?? 0,
      reviews: standing?.reviews ?? 0,
      saves: standing?.saves ?? 0,
      tags: standing?.tags ?? 0,
      usefulReceived: standing?.usefulReceived ?? 0,
    },
  };
}

/** An item as its page shows it, with the identifiers it is found by. */
export function itemRow(row: ItemRow, standing: Partial<ItemStanding> | undefined): DumpRow<'items'> {
  return {
    id: row.id,
    kind: row.kind,
    fields: row.fields,
    title: row.title,
    byline: row.byline,
    identifiers: row.names,
    licence: row.licence,
    by: row.by ?? null,
    at: row.at,
    revision: row.revision,
    counts: countsOf(standing),
    aspects: Object.fromEntries(
      Object.entries(standing?.aspects ?? {}).map(([key, { ratings, sum }]) => [key, { ratings, sum }]),
    ),
    ...(standing?.held ? { held: heldRow(standing.held) } : {}),
  };
}

/** What is held back of an item, by rule, as its page shows it. */
function heldRow(held: NonNullable<ItemStanding['held']>): DumpRow<'items'>['held'] {
  return Object.fromEntries(
    Object.entries(held).map(([rule, { up, down, upMinutes, ratings, reviews }]) => [
      rule,
      { up, down, upMinutes, ratings, reviews },
    ]),
  );
}

/** The crowd's tags on an item, as many as its page shows. */
export function tagRows(itemId: string, standing: Partial<ItemStanding> | undefined): DumpRow<'tags'>[] {
  return crowdTags(standing?.tags ?? {})
    .slice(0, tagsShown)
    .map(({ tag, count }) => ({ itemId, tag, count }));
}

/** A save as everybody sees it; undefined where it is private, or there are tags alone. */
export function saveRow(row: SaveRow): DumpRow<'saves'> | undefined {
  if (!isSaved(row) || row.private) return undefined;
  const { at, editedAt, shelf, shelves, note, tags, readings } = saveFrom(row);
  return {
    itemId: row.itemId,
    by: row.by,
    at,
    ...(editedAt ? { editedAt } : {}),
    shelf,
    shelves,
    note,
    tags,
    readings: readings.map(({ started, finished, stopped, progress }) => ({
      ...(started ? { started } : {}),
      ...(finished ? { finished } : {}),
      ...(stopped ? { stopped } : {}),
      ...(progress ? { progress: progress.map(({ on, page, percent }) => ({ on, page, percent })) } : {}),
    })),
  };
}

/** A review as its page shows it. */
export function reviewRow(row: ReviewRow, standing: Partial<ReviewStanding> | undefined): DumpRow<'reviews'> {
  return {
    id: row.id,
    itemId: row.itemId,
    rating: row.rating,
    text: row.text,
    aspects: row.aspects,
    ...(row.experiencedOn ? { experiencedOn: row.experiencedOn } : {}),
    licence: row.licence,
    by: row.by ?? null,
    at: row.at,
    ...(row.editedAt ? { editedAt: row.editedAt } : {}),
    revision: row.revision,
    ...(row.held ? { held: { rule: row.held.rule, until: row.held.until } } : {}),
    marks: { useful: standing?.useful ?? 0, funny: standing?.funny ?? 0, cool: standing?.cool ?? 0 },
  };
}

/** A list as its page shows it. */
export function listRow(row: ListRow, standing: Partial<ListStanding> | undefined): DumpRow<'lists'> {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    mode: row.mode,
    licence: row.licence,
    by: row.by ?? null,
    at: row.at,
    revision: row.revision,
    counts: { entries: standing?.entries ?? 0, voters: standing?.voters ?? 0 },
  };
}

/** What stands on a list; on an open one with its sums, never who voted for it. */
export function listEntryRow(row: ListEntryRow, standing: Partial<ListedStanding> | undefined): DumpRow<'listEntries'> {
  const { listId, itemId, about, note, by, at, position } = row;
  return {
    listId,
    itemId,
    title: about.title,
    note: note ?? '',
    at,
    ...(position === undefined
      ? { by: by ?? null, points: standing?.points ?? 0, voters: standing?.voters ?? 0 }
      : { position }),
  };
}

/** An earlier wording; undefined where its review does not stand any more, or its page shows later ones only. */
export function wordingRow(
  row: ReviewVersion,
  review: Pick<ReviewRow, 'id' | 'revision'> | undefined,
): DumpRow<'wordings'> | undefined {
  if (!review || row.revision >= review.revision || row.revision < review.revision - wordingsShown) return undefined;
  return { reviewId: review.id, revision: row.revision, rating: row.rating, text: row.text, at: row.at };
}
