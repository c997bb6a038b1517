import { alikeEntries, heldReviewEntry, writtenEntry } from '#functions/holds/reader.ts';
import type { ItemStanding } from '#functions/items/reader.ts';
import { contributionEntry, creditContributions } from '#functions/people/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { dayOf } from '#shared/areas/rules.ts';
import { foldHeld } from '#shared/holds/rules.ts';
import type { HeldSums } from '#shared/holds/schema.ts';
import { allAspectsOf } from '#shared/items/aspects.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { settle } from '#shared/ranking/settle.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import { excerpt, excerptBeside, facetsOf, mentionedAspects, starOf } from '#shared/reviews/rules.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { countPlace } from '#shared/trust/rules.ts';
import { type ReviewRow, type ReviewStanding, replyIn, reviewListPartition, writtenAt } from './table.ts';

/** A review posted, edited or withdrawn: the item's numbers, the author's, and what lists show. */
export function reviewContributions({ before, after }: Change): Contribution[] {
  const was = before as ReviewRow | undefined;
  const is = after as ReviewRow | undefined;
  const row = is ?? was;
  if (!row) return [];
  return [
    {
      standing: 'item',
      id: row.itemId,
      fold: (standing) => {
        if (was) addReview(standing, was, -1);
        if (is) addReview(standing, is, 1);
      },
    },
    {
      standing: 'review',
      id: row.id,
      fold: (standing) => {
        if (is) standing.review = listed(is);
        else delete standing.review;
      },
    },
    ...creditContributions('reviews', was?.byId, is?.byId),
  ];
}

type Rated = { ratings: number[]; reviews: number };
type Judged = Rated & {
  aspects: ItemStanding['aspects'];
  held?: HeldSums;
  ratedDays?: number;
};

function addRating(to: Rated, rating: number, sign: 1 | -1): void {
  const slot = rating * 2 - 1;
  to.ratings[slot] = (to.ratings[slot] ?? 0) + sign;
  to.reviews += sign;
}

function addReview(
  standing: Judged,
  { rating, aspects, held, at }: Pick<ReviewRow, 'rating' | 'aspects' | 'held' | 'at'>,
  sign: 1 | -1,
): void {
  if (held) {
    foldHeld(standing, held, sign, (sum) => addRating(sum, rating, sign));
    return;
  }
  addRating(standing, rating, sign);
  const days = (standing.ratedDays ?? 0) + sign * dayOf(at);
  if (days === 0) delete standing.ratedDays;
  else standing.ratedDays = days;
  for (const [key, value] of Object.entries(aspects)) {
    const aspect = standing.aspects[key] ?? { ratings: 0, sum: 0, squares: 0 };
    aspect.ratings += sign;
    aspect.sum += sign * value;
    // Quarters: exact, whatever the order.
    aspect.squares = (aspect.squares ?? 0) + sign * value * value;
    if (aspect.ratings === 0) delete standing.aspects[key];
    else standing.aspects[key] = aspect;
  }
}

function listed(row: ReviewRow): NonNullable<ReviewStanding['review']> {
  const {
    id,
    itemId,
    rating,
    aspects,
    experiencedOn,
    party,
    licence,
    by,
    byId,
    at,
    editedAt,
    revision,
    held,
    removed,
    about,
  } = row;
  const mentions = mentionedAspects(row.text, allAspectsOf(kinds[about.kind]));
  return {
    id,
    itemId,
    rating,
    ...excerpt(row.text),
    aspects,
    ...(experiencedOn ? { experiencedOn } : {}),
    ...(party ? { party } : {}),
    ...(mentions.length > 0 ? { mentions } : {}),
    licence,
    by: by ?? null,
    ...(byId ? { byId } : {}),
    at,
    ...(editedAt ? { editedAt } : {}),
    revision,
    ...(held ? { held } : {}),
    ...(removed ? { removed } : {}),
    about,
  };
}

/** What lists show. Members in fixed order, since the table keeps none and the text is compared. */
export function cardOf(shown: NonNullable<ReviewStanding['review']>, standing: ReviewStanding): Review {
  const { useful, funny, cool, comments, folded } = standing;
  const {
    id,
    itemId,
    rating,
    text,
    more,
    aspects,
    experiencedOn,
    party,
    licence,
    by,
    at,
    editedAt,
    revision,
    held,
    removed,
  } = shown;
  const reply = replyIn(standing);
  const beside = reply ? excerptBeside(reply.text, text) : { text, more: false };
  return {
    id,
    itemId,
    rating,
    text: beside.text,
    more: more || beside.more,
    aspects: Object.fromEntries(Object.entries(aspects).sort(([a], [b]) => (a < b ? -1 : 1))),
    experiencedOn,
    party,
    licence,
    by,
    at,
    editedAt,
    revision,
    held: held && { rule: held.rule, until: held.until, like: held.like },
    folded: foldOf(folded),
    removed,
    marks: { useful: settle(useful), funny: settle(funny), cool: settle(cool) },
    comments: comments && settle(comments),
    reply,
  };
}

/**
 * How useful a person's reviews were found: moves with the review's votes, and with whose review it is. And what a folded
 * review takes out of its item's counts, while it is folded.
 */
export function reviewStandingContributions({ before, after }: Change): Contribution[] {
  const found: Contribution[] = [];
  for (const [row, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const { review, useful, usefulFrom, folded } = (row ?? {}) as Partial<ReviewStanding>;
    if (review && folded)
      found.push({
        standing: 'item',
        id: review.itemId,
        fold: (standing) => addReview(standing, review, sign === 1 ? -1 : 1),
      });
    if (review?.byId && useful) {
      found.push({
        standing: 'person',
        id: review.byId,
        fold: (standing) => {
          standing.usefulReceived += sign * useful;
          for (const [place, count] of Object.entries(usefulFrom ?? {})) {
            countPlace(standing, 'usefulFrom', place, sign * count);
          }
        },
      });
    }
  }
  return found;
}

/**
 * Where a review stands that is to be looked at: in line where it is held, among those of its day, and by what its text is
 * like. What was found to be a copy is looked for by nobody.
 */
export function reviewLines(row: Row, now: Date): Entry[] {
  const review = row as ReviewRow;
  const { id, held, newcomer } = review;
  const alike = alikeEntries(id, review.text);
  // What is held for what it says is looked at however little it says now.
  const isLookedAt = alike.length > 0 || newcomer || held?.rule === 'own' || held?.rule === 'duplicate';
  return [
    ...(held ? [heldReviewEntry(held, id)] : []),
    ...(isLookedAt ? writtenEntry(review, writtenAt(review), now) : []),
    ...(held?.rule === 'duplicate' ? [] : alike),
  ];
}

/** Everywhere a review is listed: five lists of its item or, where it does not count, one apart; and its author's page. */
export function reviewEntries(reviewId: string, standing: ReviewStanding): Entry[] {
  if (!standing.review) return [];
  const { byId, about } = standing.review;
  const review = cardOf(standing.review, standing);
  const card = JSON.stringify(review);
  const { itemId, rating, at } = review;
  const stars = String(starOf(rating));
  const byHelp = `${sortableNumber(review.marks.useful)}${at}#${reviewId}`;
  const byTime = `${at}#${reviewId}`;
  const facets = facetsOf(review, standing.review.mentions);
  const entry = (pk: string, sk: string): Entry => ({ pk, sk, type: 'entry', card, ...(facets ? { facets } : {}) });
  const lists = [
    entry(reviewListPartition(itemId, 'helpful'), byHelp),
    entry(reviewListPartition(itemId, 'helpful', stars), byHelp),
    entry(reviewListPartition(itemId, 'newest'), byTime),
    entry(reviewListPartition(itemId, 'newest', stars), byTime),
    entry(reviewListPartition(itemId, 'rating'), `${sortableNumber(rating)}${at}#${reviewId}`),
  ];
  return [
    ...(review.held ? [entry(reviewListPartition(itemId, 'held'), byTime)] : lists),
    ...(byId
      ? [
          contributionEntry(byId, reviewId, at, {
            at,
            item: { id: about.id, kind: about.kind, title: about.title },
            review,
          }),
        ]
      : []),
  ];
}
