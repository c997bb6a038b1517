import { isClaimCredit, leaveClaims } from '#functions/claims/reader.ts';
import { commentsCredited, isCommentCredit, leaveMentions } from '#functions/discussions/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { isImportRow } from '#functions/imports/reader.ts';
import { emptyInbox } from '#functions/inbox/reader.ts';
import { itemKey } from '#functions/items/reader.ts';
import { isListCredit, listsCredited } from '#functions/lists/reader.ts';
import { isModerationRow, leaveModeration } from '#functions/moderation/reader.ts';
import { isMutesRow } from '#functions/mutes/reader.ts';
import { isSeenRow, leaveDigest } from '#functions/notifications/reader.ts';
import { isOddsRow } from '#functions/odds/reader.ts';
import { isProposalCredit, proposalsCredited } from '#functions/proposals/reader.ts';
import { relations } from '#functions/relations/all.ts';
import { leaveFollows } from '#functions/relations/leave.ts';
import { isFollowTally } from '#functions/relations/table.ts';
import { isReplyCredit, leaveReplies } from '#functions/replies/reader.ts';
import { leaveReviews } from '#functions/reviews/posting/reader.ts';
import { reviewKey } from '#functions/reviews/reader.ts';
import { revisedKey, revisionKey, revisionsMade } from '#functions/revisions/reader.ts';
import { removeSaves } from '#functions/saves/reader.ts';
import { ownTagRows } from '#functions/tags/reader.ts';
import { tokenKeys } from '#functions/tokens/reader.ts';
import { clearOwnRatings, closeMarks, reviewedItems } from '#functions/votes/reader.ts';
import { isPatrolCredit, unlinkPatrols } from '#functions/watches/reader.ts';
import { isGoal } from '#functions/years/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { deleteFromUserPool } from './directory.ts';
import { reviewIdOf } from './identity.ts';
import {
  addedItems,
  addedKey,
  deletePersonRows,
  noteLeaver,
  profileOf,
  removeProfile,
  rowsOfPerson,
  unlinkAuthor,
} from './table.ts';

/**
 * Profile and handle go first, in one write; then nothing on its way can be credited any more; then the author is
 * taken off every contribution, and the account leaves the user pool last, so that a broken-off deletion can be
 * asked for again. Saves go, private and public; votes, ballots and public tags stay: they stand under an id that no longer leads to anybody.
 */
export const deleteAccount: Handler<'deleteAccount'> = async (_input, { caller, now }) => {
  const { personId, sub, accessToken } = caller;
  await removeHandle(personId);
  await noteLeaver(personId, isoSeconds(now));
  await closeMarks(personId);
  await Promise.all([
    ...relations.map((relation) => leaveFollows(relation, personId, now)),
    emptyInbox(personId),
    leaveDigest(personId),
  ]);
  const rows = await rowsOfPerson(personId);
  await deletePersonRows([...tokenKeys(rows), ...ownTagRows(rows)]);
  const added = addedItems(rows);
  const reviews = reviewedItems(rows).map((itemId) => reviewKey(reviewIdOf(sub, itemId)));
  const made = revisionsMade(rows);
  const revisions = [...added.map((itemId) => ({ itemId, n: 1 })), ...made];
  // The item before its first revision, which says the same: what is made of the item meanwhile is held to it.
  const facts = [
    ...added.map(itemKey),
    ...reviews,
    ...listsCredited(rows),
    ...commentsCredited(rows),
    ...proposalsCredited(personId, rows),
    ...revisions.map(({ itemId, n }) => revisionKey(itemId, n)),
  ];
  for (let at = 0; at < facts.length; at += 20) await Promise.all(facts.slice(at, at + 20).map(unlinkAuthor));
  await leaveMentions(personId, rows);
  await leaveClaims(personId, rows, isoSeconds(now));
  await leaveReplies(personId, rows);
  await leaveReviews(personId, rows);
  await unlinkPatrols(personId, rows);
  await clearOwnRatings(rows);
  await removeSaves(personId, rows);
  await leaveModeration(personId, rows, isoSeconds(now));
  await deletePersonRows([
    ...added.map((itemId) => addedKey(personId, itemId)),
    ...rows.filter((row) => isImportRow(row) || isFollowTally(row) || isMutesRow(row) || isGoal(row) || isOddsRow(row)),
    ...rows.filter((row) => isListCredit(row) || isCommentCredit(row) || isProposalCredit(row)),
    ...rows.filter((row) => isSeenRow(row) || isPatrolCredit(row) || isClaimCredit(row) || isReplyCredit(row)),
    ...made.map(({ itemId, n }) => revisedKey(personId, itemId, n)),
    ...rows.filter(isModerationRow),
  ]);
  await deleteFromUserPool(accessToken);
  return { deleted: true };
};

/** A handle may be chosen at the same moment: then it is that one which goes. */
async function removeHandle(personId: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const profile = await profileOf(personId);
    if (await removeProfile(personId, profile?.handle)) return;
  }
  throw new AppError('try_again');
}
