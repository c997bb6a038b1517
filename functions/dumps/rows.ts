import type { CommentRow, CommentStanding, CommentVersion } from '#functions/discussions/reader.ts';
import { countsOf, type ItemRow, type ItemStanding } from '#functions/items/reader.ts';
import type { ListEntryRow, ListedStanding, ListRow, ListStanding } from '#functions/lists/reader.ts';
import { type ActRow, actOf } from '#functions/moderation/reader.ts';
import type { PersonStanding, Profile } from '#functions/people/reader.ts';
import type { VersionRow } from '#functions/ranking/reader.ts';
import type { ReviewRow, ReviewStanding, ReviewVersion } from '#functions/reviews/reader.ts';
import { isSaved, type SaveRow, saveFrom } from '#functions/saves/reader.ts';
import type { BetterNameRow } from '#functions/tags/reader.ts';
import { commentWordings } from '#shared/discussions/rules.ts';
import { threadTargets } from '#shared/discussions/schema.ts';
import type { DumpRow } from '#shared/dumps/schema.ts';
import { attributed } from '#shared/items/licences.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { type Folded, flaggable } from '#shared/moderation/schema.ts';
import { parametersWith } from '#shared/ranking/parameters.ts';
import { wordingsShown } from '#shared/reviews/rules.ts';
import { crowdTags, tagsShown } from '#shared/tags/rules.ts';
import { readTarget } from '#shared/targets.ts';

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

/** An item as its page shows it, with the identifiers it is found by. Of one that was removed the page shows no more than that. */
export function itemRow(row: ItemRow, standing: Partial<ItemStanding> | undefined): DumpRow<'items'> {
  const { mergedInto, removed } = row;
  return {
    id: row.id,
    kind: row.kind,
    fields: removed ? {} : row.fields,
    title: row.title,
    byline: removed ? '' : row.byline,
    identifiers: removed ? [] : row.names,
    licence: row.licence,
    ...attributed(row.licence),
    by: row.by ?? null,
    at: row.at,
    revision: row.revision,
    ...(row.textBytes ? { textBytes: row.textBytes } : {}),
    counts: countsOf(standing),
    aspects: Object.fromEntries(
      Object.entries(standing?.aspects ?? {}).map(([key, { ratings, sum, squares }]) => [
        key,
        { ratings, sum, squares },
      ]),
    ),
    ...foldedRow(standing),
    ...(standing?.held ? { held: heldRow(standing.held) } : {}),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(removed
      ? {
          removed: {
            at: removed.at,
            reason: removed.reason,
            ...(removed.proposal === undefined ? {} : { proposal: removed.proposal }),
          },
        }
      : {}),
  };
}

/** That something is folded, as its page says. */
const foldedRow = (standing: { folded?: Folded } | undefined): { folded?: Folded } =>
  standing?.folded ? { folded: foldOf(standing.folded) } : {};

/** An act of moderation as its page shows it: nobody is named in it but the steward, and who was banned. */
export function actRow(row: ActRow): DumpRow<'acts'> {
  const target = row.target === undefined ? undefined : readTarget(row.target, flaggable);
  return { ...actOf(row), ...(target ? { what: target.what, target: target.id } : {}) };
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
    ...(row.party ? { party: row.party } : {}),
    licence: row.licence,
    by: row.by ?? null,
    at: row.at,
    ...(row.editedAt ? { editedAt: row.editedAt } : {}),
    revision: row.revision,
    ...(row.held
      ? { held: { rule: row.held.rule, until: row.held.until, ...(row.held.like ? { like: row.held.like } : {}) } }
      : {}),
    ...foldedRow(standing),
    ...(row.removed ? { removed: row.removed } : {}),
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
    ...foldedRow(standing),
    ...(row.removed ? { removed: row.removed } : {}),
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

/** A comment as its page shows it; `who` is whose talk page it is on, where it is a person's. */
export function commentRow(
  row: CommentRow,
  standing: Partial<CommentStanding> | undefined,
  who: Partial<Profile> | undefined,
): DumpRow<'comments'> | undefined {
  const target = readTarget(row.target, threadTargets);
  if (!target) return undefined;
  return {
    id: row.id,
    what: target.what,
    target: target.what === 'people' ? (who?.handle ?? null) : target.id,
    ...(row.parent ? { parent: row.parent } : {}),
    ...(row.line ? { line: row.line } : {}),
    text: row.text,
    licence: row.licence,
    by: row.by ?? null,
    ...(row.owner && row.by ? { owner: true } : {}),
    at: row.at,
    ...(row.editedAt ? { editedAt: row.editedAt } : {}),
    revision: row.revision,
    ...(row.withdrawn ? { withdrawn: true } : {}),
    ...foldedRow(standing),
    ...(row.removed ? { removed: row.removed } : {}),
    counts: { up: standing?.up ?? 0, down: standing?.down ?? 0 },
  };
}

/** An earlier wording of a comment; undefined where that does not stand any more, or its page shows later ones only. */
export function commentWordingRow(
  row: CommentVersion,
  comment: Pick<CommentRow, 'id' | 'revision' | 'withdrawn' | 'removed'> | undefined,
): DumpRow<'commentWordings'> | undefined {
  if (!comment || comment.withdrawn || comment.removed) return undefined;
  if (row.revision >= comment.revision || row.revision < comment.revision - commentWordings) return undefined;
  return { commentId: comment.id, revision: row.revision, text: row.text, at: row.at };
}

/** An earlier wording; undefined where its review does not stand any more, or its page shows later ones only. */
export function wordingRow(
  row: ReviewVersion,
  review: Pick<ReviewRow, 'id' | 'revision'> | undefined,
): DumpRow<'wordings'> | undefined {
  if (!review || row.revision >= review.revision || row.revision < review.revision - wordingsShown) return undefined;
  return { reviewId: review.id, revision: row.revision, rating: row.rating, text: row.text, at: row.at };
}

/** That one tag is the better name of another. */
export function synonymRow({ tag, other, at, proposal }: BetterNameRow): DumpRow<'synonyms'> {
  return { tag, other, at, proposal };
}

/** A version of the ranking parameters that a proposal made, whole. */
export function parametersRow({ version, at, proposal, summary, values }: VersionRow): DumpRow<'parameters'> {
  return { version, at, proposal, summary, parameters: { ...parametersWith(values) } };
}
