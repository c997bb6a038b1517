import { CmpStr } from 'cmpstr';
import { itemsById, leadingTo } from '#functions/items/reader.ts';
import { type ReviewRow, reviewsById, versionsOf, writtenAt } from '#functions/reviews/reader.ts';
import { plainName } from '#shared/items/plain-name.ts';
import { copiedFrom, leastOwnWords, plainWords } from '#shared/reviews/sameness.ts';
import { reviewsLike } from './table.ts';

const compare = CmpStr.create();

/** How alike two texts are, by their words alone: the pieces of four letters they share by all of the longer, 0 to 1. */
export function alike(one: string, other: string): number {
  const [a, b] = [plainWords(one).join(' '), plainWords(other).join(' ')];
  if (a === b) return 1;
  return compare.test(a, b, { metric: 'qGram', opt: { q: 4 } }).match;
}

/**
 * The review that this one says the same as, and that said it first: undefined where there is none. What is itself held for
 * that makes nothing a copy. Seven requests and half a read unit or one each, more only where one is found.
 */
export async function copiedReview(review: ReviewRow): Promise<string | undefined> {
  const ids = (await reviewsLike(review.text)).filter((id) => id !== review.id);
  if (ids.length === 0) return undefined;
  const others = [...(await reviewsById(ids)).values()].filter(
    (other) => other.held?.rule !== 'duplicate' && alike(other.text, review.text) >= copiedFrom,
  );
  let first: { id: string; since: number } | undefined;
  const own = { id: review.id, since: others.length > 0 ? await saidSince(review, review.text) : 0 };
  for (const other of others) {
    if (await mayRepeat(review, other)) continue;
    const since = await saidSince(other, review.text);
    const found = { id: other.id, since };
    if (isBefore(found, own) && (!first || isBefore(found, first))) first = found;
  }
  return first?.id;
}

type Said = { id: string; since: number };
const isBefore = (one: Said, other: Said) =>
  one.since < other.since || (one.since === other.since && one.id < other.id);

/** Since when a review says what this text says, milliseconds since 1970: whoever edits does not lose their place, nor win one. */
async function saidSince(review: ReviewRow, text: string): Promise<number> {
  let since = writtenAt(review);
  if (review.revision === 1) return since;
  for (const version of await versionsOf(review.id)) {
    if (alike(version.text, text) < copiedFrom) break;
    since = version.revision === 1 && review.came !== undefined ? Date.parse(review.came) : Date.parse(version.at);
  }
  return since;
}

/** Who says the same twice may: in passing, or of what is one thing in two editions. */
async function mayRepeat(review: ReviewRow, other: ReviewRow): Promise<boolean> {
  if (review.byId === undefined || review.byId !== other.byId) return false;
  if (plainWords(review.text).length < leastOwnWords) return true;
  const [one, two] = [review.about, other.about];
  if (one.kind === two.kind && plainName(one.title) === plainName(two.title)) return true;
  const items = await leadingTo(await itemsById([review.itemId, other.itemId]));
  return items.get(review.itemId)?.id === items.get(other.itemId)?.id;
}
