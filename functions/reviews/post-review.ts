import { isDeepStrictEqual } from 'node:util';
import { ownersOf } from '#functions/claims/owners/reader.ts';
import { termsInForce } from '#functions/holds/reader.ts';
import type { Handler, PersonContext } from '#functions/http/handler.ts';
import { fieldProblems, invalidInput } from '#functions/http/input.ts';
import { type ItemRow, requireOpen } from '#functions/items/reader.ts';
import { handleOf, reviewIdOf } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { footingOf, outweighs, reviewHold, stillHeld } from '#shared/holds/rules.ts';
import { aspectsOf } from '#shared/items/aspects.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { isoSeconds, isToCome } from '#shared/ranking/time.ts';
import type { NewReview, Review } from '#shared/reviews/schema.ts';
import { beforePosting, storeEditedReview, storeFirstReview } from './posting/table.ts';
import { reviewOf } from './reader.ts';
import { type ReviewRow, reviewById, reviewKey, reviewMarks } from './table.ts';

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
  const [{ profile, item, review: before }, terms, owners] = await Promise.all([
    beforePosting(caller.personId, itemId, reviewId),
    termsInForce(),
    ownersOf(itemId, { strong: true }),
  ]);
  const by = handleOf(profile);
  if (!item) throw new AppError('item_not_found');
  const about = item as ItemRow;
  if (!before) requireOpen(about);
  requireFitting(written, about, before);
  if (base !== 'file' && written.experiencedOn !== before?.experiencedOn) requirePast(written.experiencedOn, now);

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
  const footing = footingOf(profile?.at, terms, clock);
  const kept = before ? stillHeld(before.held, clock) : footing.hold;
  const isOwn = owners.some(({ byId }) => byId === caller.personId) || isMadeBy(about, caller.personId);
  const own = isOwn && kept?.rule !== 'own' ? reviewHold('own', clock) : undefined;
  const held = own && outweighs(own, kept) ? own : kept;
  const newcomer = before ? before.newcomer : footing.newcomer;
  const came = before ? before.came : base === 'file' ? isoSeconds(clock) : undefined;
  const ownerIds = before
    ? before.ownerIds
    : owners.flatMap(({ byId }) => (byId && byId !== caller.personId ? [byId] : []));
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
    ...(newcomer ? { newcomer } : {}),
    ...(held && before?.heldAt && held === kept ? { heldAt: before.heldAt } : {}),
    ...(came ? { came } : {}),
    ...(ownerIds?.length ? { ownerIds } : {}),
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

function contentOf({ rating, text, aspects, experiencedOn, party, licence }: NewReview) {
  return {
    rating,
    text,
    aspects,
    ...(experiencedOn ? { experiencedOn } : {}),
    ...(party ? { party } : {}),
    licence: licence ?? ('CC-BY-SA-4.0' as const),
  };
}

function sameReview(before: ReviewRow, written: NewReview): boolean {
  return isDeepStrictEqual(contentOf(before), contentOf(written));
}

/** Whether a person made an item: of some kinds, who adds one has made it. */
const isMadeBy = ({ kind, byId }: ItemRow, personId: string) => kinds[kind].addedByMaker === true && byId === personId;

/** That it rates what an item of this kind and category is rated by (or what it rated before), and says with whom only where that is asked. */
function requireFitting({ aspects, party }: NewReview, item: ItemRow, before: ReviewRow | undefined): void {
  const kind = kinds[item.kind];
  const known = aspectsOf(kind, item.fields).map(({ key }) => key);
  const unknown = Object.keys(aspects).filter(
    (key) => !known.includes(key) && !Object.hasOwn(before?.aspects ?? {}, key),
  );
  const issues = unknown.map((key) => ({
    path: [key],
    message: `is no aspect of a ${item.kind}: ${known.join(', ')}`,
  }));
  if (issues.length > 0) throw invalidInput(fieldProblems(issues, 'body', 'aspects'));
  if (party && !kind.parties?.includes(party)) {
    throw invalidInput(fieldProblems([{ path: [], message: `is not asked of a ${item.kind}` }], 'body', 'party'));
  }
}

function requirePast(experiencedOn: string | undefined, now: Date): void {
  if (experiencedOn === undefined || !isToCome(experiencedOn, now)) return;
  throw invalidInput(fieldProblems([{ path: [], message: 'is still to come' }], 'body', 'experiencedOn'));
}
