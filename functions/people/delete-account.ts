import type { Handler } from '#functions/http/handler.ts';
import { itemKey } from '#functions/items/reader.ts';
import { reviewKey } from '#functions/reviews/reader.ts';
import { clearOwnRatings, reviewedItems } from '#functions/votes/reader.ts';
import { deleteFromUserPool } from './directory.ts';
import { reviewIdOf } from './identity.ts';
import { deletePersonRows, profileOf, removeProfile, rowsOfPerson, unlinkAuthor } from './table.ts';

const added = 'ADDED#';

/**
 * Profile and handle go first, in one write; then the author is taken off every contribution, and
 * the account leaves the user pool last, so that a broken-off deletion can be asked for again.
 * Votes and tags stay: they stand under an id that no longer leads to anybody.
 */
export const deleteAccount: Handler<'deleteAccount'> = async (_input, { caller }) => {
  const profile = await profileOf(caller.personId);
  await removeProfile(caller.personId, profile?.handle);
  const rows = await rowsOfPerson(caller.personId);
  const items = rows.filter(({ sk }) => sk.startsWith(added)).map(({ sk }) => itemKey(sk.slice(added.length)));
  const reviews = reviewedItems(rows).map((itemId) => reviewKey(reviewIdOf(caller.sub, itemId)));
  const facts = [...items, ...reviews];
  for (let at = 0; at < facts.length; at += 20) await Promise.all(facts.slice(at, at + 20).map(unlinkAuthor));
  await clearOwnRatings(rows);
  await deletePersonRows(rows.filter(({ sk }) => sk.startsWith(added) || sk.startsWith('IM#')));
  await deleteFromUserPool(caller.accessToken);
  return { deleted: true };
};
