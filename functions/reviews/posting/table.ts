import { itemKey } from '#functions/items/reader.ts';
import { type Profile, personPartition, profileKey } from '#functions/people/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { removeWithList } from '#functions/table/empty-list.ts';
import { stored } from '#functions/table/failures.ts';
import { getRows, type Key, keyText, transact, type Write, writeRows } from '#functions/table/table.ts';
import { accountIsOpen, ownRatingChange } from '#functions/votes/reader.ts';
import { type ReviewRow, type ReviewVersion, reviewById, reviewKey, versionKey, versionList } from '../table.ts';

const told = 'TOLD#';
/** That the owner of an item is told of a review: found again when the owner's account is deleted. */
const toldKey = (personId: string, reviewId: string): Key => ({
  pk: personPartition(personId),
  sk: `${told}${reviewId}`,
});

const atOnce = 20;

/** Takes an owner who leaves off the reviews that came to them, from rows under the person. Asked for again, it goes on with what is left. */
export async function leaveReviews(personId: string, rows: readonly Key[]): Promise<void> {
  const came = rows.filter(({ sk }) => sk.startsWith(told));
  await atMost(atOnce, came, async (row) => {
    await unlinkOwner(row.sk.slice(told.length), personId);
    await writeRows([{ delete: row }]);
  });
}

async function unlinkOwner(reviewId: string, personId: string): Promise<void> {
  for (;;) {
    const { ownerIds = [] } = (await reviewById(reviewId, { strong: true })) ?? {};
    const rest = ownerIds.filter((ownerId) => ownerId !== personId);
    if (rest.length === ownerIds.length) return;
    const update = {
      update: reviewKey(reviewId),
      set: 'SET ownerIds = :rest',
      condition: 'ownerIds = :read',
      values: { ':rest': rest, ':read': ownerIds },
    };
    if (await stored(transact([update]))) return;
  }
}

/** What posting needs to know, in one round trip: the caller's profile, the item, the caller's review so far. */
export async function beforePosting(personId: string, itemId: string, reviewId: string) {
  const rows = await getRows([profileKey(personId), itemKey(itemId), reviewKey(reviewId)], { strong: true });
  return {
    profile: rows.get(keyText(profileKey(personId))) as Profile | undefined,
    item: rows.get(keyText(itemKey(itemId))),
    review: rows.get(keyText(reviewKey(reviewId))) as ReviewRow | undefined,
  };
}

/**
 * Stores a person's first review of an item with the person's own rating, and that its owners are told of it; false where one is
 * there already. Where an owner's account goes meanwhile, nobody is told. Four write units more for each owner.
 */
export async function storeFirstReview(review: ReviewRow, personId: string): Promise<boolean> {
  const { ownerIds = [], ...untold } = review;
  const write = (row: ReviewRow, more: Write[]) =>
    stored(
      transact([
        { put: row, condition: 'attribute_not_exists(pk)' },
        ownRatingChange(personId, review.itemId, review.rating),
        ...more,
      ]),
    );
  const tells = ownerIds.flatMap((ownerId): Write[] => [
    { put: { ...toldKey(ownerId, review.id), type: 'reviewTold' } },
    accountIsOpen(ownerId, review.id),
  ]);
  return (await write(review, tells)) || (tells.length > 0 && (await write(untold, [])));
}

/** Replaces a review that is still at the revision before, keeping the earlier wording; false where it moved on. */
export async function storeEditedReview(review: ReviewRow, before: ReviewRow, personId: string): Promise<boolean> {
  const { revision, rating, text } = before;
  const version: ReviewVersion = {
    ...versionKey(before.id, revision),
    type: 'reviewVersion',
    revision,
    rating,
    text,
    at: before.editedAt ?? before.at,
    // Its own day may be one that a file gave.
    begun: before.came ?? before.at,
  };
  const write = (row: ReviewRow, owners: string[] | undefined) =>
    stored(
      transact([
        {
          put: row,
          condition: `revision = :before${owners ? ' AND ownerIds = :owners' : ''}`,
          values: { ':before': revision, ...(owners ? { ':owners': owners } : {}) },
        },
        { put: version },
        ownRatingChange(personId, review.itemId, review.rating),
      ]),
    );
  const { ownerIds, ...untold } = review;
  // The account of an owner may have gone meanwhile.
  return (await write(review, ownerIds)) || (ownerIds !== undefined && (await write(untold, undefined)));
}

/**
 * Deletes a review with its earlier wordings and the person's own rating. Wherever this is cut off, all of it stands, or none
 * of it comes back with a later review. False where there is no review any more.
 */
export async function removeReview(reviewId: string, itemId: string, personId: string): Promise<boolean> {
  for (;;) {
    const review = await reviewById(reviewId, { strong: true });
    if (!review) return false;
    const removed = await removeWithList(versionList(reviewId), [
      { delete: reviewKey(reviewId), condition: 'revision = :read', values: { ':read': review.revision } },
      ownRatingChange(personId, itemId, undefined),
      ...(review.ownerIds ?? []).map((ownerId) => ({ delete: toldKey(ownerId, reviewId) })),
    ]);
    if (removed) return true;
    // Edited meanwhile, which kept one more wording; or withdrawn.
  }
}
