import { levelPage } from '#functions/discussions/reader.ts';
import type { Handler } from '#functions/http/handler.ts';
import { type ItemStanding, standingsOf } from '#functions/items/reader.ts';
import { claimIdOf, requireAccount } from '#functions/people/reader.ts';
import { reviewsPage } from '#functions/reviews/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import type { Comment } from '#shared/discussions/schema.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { targetText } from '#shared/targets.ts';
import { claimedAfter, standingClaims } from './table.ts';

const pageSize = 10;
/** What its cursors belong to: ids of people are not given out. */
const list = 'my-claims';

/** Three round trips: which they are, how they stand, and what waits for an answer at those that are proven. */
export const listMyClaims: Handler<'listMyClaims'> = async ({ query }, context) => {
  const { personId } = context.caller;
  const [profile, { itemIds, last }] = await Promise.all([
    requireAccount(context),
    claimedAfter(personId, readCursor(list, query.cursor), pageSize),
  ]);
  const [claims, standings] = await Promise.all([
    standingClaims(itemIds.map((itemId) => ({ itemId, claimId: claimIdOf(personId, itemId) }))),
    standingsOf(itemIds),
  ]);
  const entries = await Promise.all(
    itemIds.flatMap((itemId) => {
      const claim = claims.get(itemId);
      const standing = standings.get(itemId);
      const { card } = standing ?? {};
      if (!claim || !card) return [];
      const owns = claim.type === 'owner';
      return [
        (async () => ({
          item: { id: itemId, kind: card.kind, title: card.title },
          state: owns ? ('proven' as const) : ('waiting' as const),
          at: claim.at,
          ...(owns && claim.missing !== undefined ? { missing: claim.missing } : {}),
          ...(standing?.into === undefined ? {} : { mergedInto: standing.into }),
          unanswered: owns ? await unanswered(itemId, standing, profile?.handle) : { reviews: 0, questions: 0 },
        }))(),
      ];
    }),
  );
  return { entries, next: last === undefined ? null : writeCursor(list, last) };
};

async function unanswered(itemId: string, standing: Partial<ItemStanding> | undefined, me: string | undefined) {
  const [reviews, questions] = await Promise.all([
    standing?.reviews ? reviewsPage(itemId, { order: 'newest' }) : '{"entries":[]}',
    levelPage(targetText({ what: 'questions', id: itemId }), 'new').then(({ text }) => text),
  ]);
  const waits = { reviews: 0, questions: 0 };
  for (const { by, reply, removed } of (JSON.parse(reviews) as { entries: Review[] }).entries)
    if (!reply && !removed && by !== me) waits.reviews++;
  for (const { by, replies, withdrawn, removed } of (JSON.parse(questions) as { entries: Comment[] }).entries)
    if (replies === 0 && !withdrawn && !removed && by !== me) waits.questions++;
  return waits;
}
