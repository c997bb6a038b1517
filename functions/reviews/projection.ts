import { heldReviewEntry } from '#functions/holds/reader.ts';
import { contributionEntry, creditContributions } from '#functions/people/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { foldHeld } from '#shared/holds/rules.ts';
import type { HeldSums } from '#shared/holds/schema.ts';
import { settle } from '#shared/ranking/settle.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import { excerpt, starOf } from '#shared/reviews/rules.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { type ReviewRow, type ReviewStanding, reviewListPartition } from './table.ts';

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
type Judged = Rated & { aspects: Record<string, { ratings: number; sum: number }>; held?: HeldSums };

function addRating(to: Rated, rating: number, sign: 1 | -1): void {
  const slot = rating * 2 - 1;
  to.ratings[slot] = (to.ratings[slot] ?? 0) + sign;
  to.reviews += sign;
}

function addReview(standing: Judged, { rating, aspects, held }: ReviewRow, sign: 1 | -1): void {
  if (held) {
    foldHeld(standing, held, sign, (sum) => addRating(sum, rating, sign));
    return;
  }
  addRating(standing, rating, sign);
  for (const [key, value] of Object.entries(aspects)) {
    const aspect = standing.aspects[key] ?? { ratings: 0, sum: 0 };
    aspect.ratings += sign;
    aspect.sum += sign * value;
    if (aspect.ratings === 0) delete standing.aspects[key];
    else standing.aspects[key] = aspect;
  }
}

function listed(row: ReviewRow): NonNullable<ReviewStanding['review']> {
  const { id, itemId, rating, aspects, experiencedOn, licence, by, byId, at, editedAt, revision, held, about } = row;
  return {
    id,
    itemId,
    rating,
    ...excerpt(row.text),
    aspects,
    ...(experiencedOn ? { experiencedOn } : {}),
    licence,
    by: by ?? null,
    ...(byId ? { byId } : {}),
    at,
    ...(editedAt ? { editedAt } : {}),
    revision,
    ...(held ? { held } : {}),
    about,
  };
}

/** What lists show. Members in fixed order, since the table keeps none and the text is compared. */
function cardOf(shown: NonNullable<ReviewStanding['review']>, { useful, funny, cool }: ReviewStanding): Review {
  const { id, itemId, rating, text, more, aspects, experiencedOn, licence, by, at, editedAt, revision, held } = shown;
  return {
    id,
    itemId,
    rating,
    text,
    more,
    aspects: Object.fromEntries(Object.entries(aspects).sort(([a], [b]) => (a < b ? -1 : 1))),
    experiencedOn,
    licence,
    by,
    at,
    editedAt,
    revision,
    held: held && { rule: held.rule, until: held.until },
    marks: { useful: settle(useful), funny: settle(funny), cool: settle(cool) },
  };
}

/** How useful a person's reviews were found: moves with the review's votes, and with whose review it is. */
export function reviewStandingContributions({ before, after }: Change): Contribution[] {
  const found: Contribution[] = [];
  for (const [row, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    const { review, useful } = (row ?? {}) as Partial<ReviewStanding>;
    if (review?.byId && useful) {
      found.push({
        standing: 'person',
        id: review.byId,
        fold: (standing) => {
          standing.usefulReceived += sign * useful;
        },
      });
    }
  }
  return found;
}

/** Where a review that is held stands in line. */
export function heldReviewEntries(row: Row): Entry[] {
  const { id, held } = row as ReviewRow;
  return held ? [heldReviewEntry(held, id)] : [];
}

/** Everywhere a review is listed: five lists of its item, and its author's page. */
export function reviewEntries(reviewId: string, standing: ReviewStanding): Entry[] {
  if (!standing.review) return [];
  const { byId, about } = standing.review;
  const review = cardOf(standing.review, standing);
  const card = JSON.stringify(review);
  const { itemId, rating, at } = review;
  const stars = String(starOf(rating));
  const byHelp = `${sortableNumber(review.marks.useful)}${at}#${reviewId}`;
  const byTime = `${at}#${reviewId}`;
  const entry = (pk: string, sk: string): Entry => ({ pk, sk, type: 'entry', card });
  return [
    entry(reviewListPartition(itemId, 'helpful'), byHelp),
    entry(reviewListPartition(itemId, 'helpful', stars), byHelp),
    entry(reviewListPartition(itemId, 'newest'), byTime),
    entry(reviewListPartition(itemId, 'newest', stars), byTime),
    entry(reviewListPartition(itemId, 'rating'), `${sortableNumber(rating)}${at}#${reviewId}`),
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
