import { isDeepStrictEqual } from 'node:util';
import { termsInForce } from '#functions/holds/reader.ts';
import type { Handler, PersonContext } from '#functions/http/handler.ts';
import { fieldProblems, invalidInput } from '#functions/http/input.ts';
import type { ItemRow } from '#functions/items/reader.ts';
import { handleOf, reviewIdOf } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { footingOf, stillHeld } from '#shared/holds/rules.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { NewReview, Review } from '#shared/reviews/schema.ts';
import { reviewOf } from './reader.ts';
import {
  beforePosting,
  type ReviewRow,
  reviewById,
  reviewKey,
  reviewMarks,
  storeEditedReview,
  storeFirstReview,
} from './table.ts';

export const postReview: Handler<'postReview'> = async ({ params, body }, context) => {
  const { review } = await post(params.itemId, body, context, context.now, body.revision);
  return { review };
};

/**
 * Posts a person's review from a file, as of a date. The file is the newer word on what came from a file; what the person
 * wrote or edited here stays: `kept`. `unchanged` where the same review is there already.
 */
export async function storeReview(
  itemId: string,
  written: NewReview,
  context: PersonContext,
  at: Date,
): Promise<'posted' | 'unchanged' | 'kept'> {
  const { outcome } = await post(itemId, written, context, at, 'file');
  return outcome;
}

type Posted = { review: Review; outcome: 'posted' | 'unchanged' | 'kept' };

async function post(
  itemId: string,
  written: NewReview,
  { caller, now }: PersonContext,
  at: Date,
  base: number | undefined | 'file',
): Promise<Posted> {
  const reviewId = reviewIdOf(caller.sub, itemId);
  const [{ profile, item, review: before }, terms] = await Promise.all([
    beforePosting(caller.personId, itemId, reviewId),
    termsInForce(),
  ]);
  const by = handleOf(profile);
  if (!item) throw new AppError('item_not_found');
  const about = item as ItemRow;
  requireAspects(written, about);

  const marks = () => reviewMarks(reviewId);
  if (before && sameReview(before, written)) return { review: reviewOf(before, await marks()), outcome: 'unchanged' };
  if (base === 'file' && before && !before.imported) {
    return { review: reviewOf(before, await marks()), outcome: 'kept' };
  }
  if (base !== 'file' && base !== before?.revision) {
    throw new AppError(
      'review_conflict',
      before ? `Your review is at revision ${before.revision}` : 'You have no review of this item',
    );
  }
  // By the clock, not by a date in a file; an edit keeps the hold as it was, no longer, no shorter.
  const clock = new Date();
  const held = before ? stillHeld(before.held, clock) : footingOf(profile?.at, terms, clock).hold;
  const row: ReviewRow = {
    ...reviewKey(reviewId),
    type: 'review',
    id: reviewId,
    itemId,
    ...contentOf(written),
    by,
    byId: caller.personId,
    at: before?.at ?? isoSeconds(at),
    ...(before ? { editedAt: isoSeconds(now) } : {}),
    ...(base === 'file' ? { imported: true as const } : {}),
    revision: (before?.revision ?? 0) + 1,
    ...(held ? { held } : {}),
    about: { id: about.id, kind: about.kind, title: about.title },
  };
  const stored = before
    ? await storeEditedReview(row, before, caller.personId)
    : await storeFirstReview(row, caller.personId);
  if (!stored) {
    // A write whose answer got lost is sent again, and meets what it wrote itself.
    const there = await reviewById(reviewId, { strong: true });
    if (there?.revision !== row.revision || !sameReview(there, written)) throw new AppError('review_conflict');
  }
  return { review: reviewOf(row, before ? await marks() : { useful: 0, funny: 0, cool: 0 }), outcome: 'posted' };
}

function contentOf({ rating, text, aspects, experiencedOn, licence }: NewReview) {
  return {
    rating,
    text,
    aspects,
    ...(experiencedOn ? { experiencedOn } : {}),
    licence: licence ?? ('CC-BY-SA-4.0' as const),
  };
}

function sameReview(before: ReviewRow, written: NewReview): boolean {
  const { rating, text, aspects, experiencedOn, licence } = before;
  return isDeepStrictEqual(
    { rating, text, aspects, ...(experiencedOn ? { experiencedOn } : {}), licence },
    contentOf(written),
  );
}

function requireAspects({ aspects }: NewReview, item: ItemRow): void {
  const known = kinds[item.kind].aspects.map(({ key }) => key);
  const message = `is no aspect of a ${item.kind}: ${known.join(', ')}`;
  const unknown = Object.keys(aspects).filter((key) => !known.includes(key));
  const issues = unknown.map((key) => ({ path: [key], message }));
  if (issues.length > 0) throw invalidInput(fieldProblems(issues, 'body', 'aspects'));
}
