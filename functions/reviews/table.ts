import { handlesOf } from '#functions/people/reader.ts';
import { stored } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  queryAll,
  queryCards,
  queryRows,
  type Row,
  updateRow,
  type Write,
  writeRows,
} from '#functions/table/table.ts';
import type { Hold } from '#shared/holds/schema.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import type { Reply } from '#shared/replies/schema.ts';
import { wordingsShown } from '#shared/reviews/rules.ts';
import type { MarkCounts, Review } from '#shared/reviews/schema.ts';
import type { Places } from '#shared/trust/rules.ts';

/** The fact of a review. What it is about is kept as it was called then. */
export type ReviewRow = Row & { type: 'review' } & Omit<Review, 'by' | 'marks' | 'more' | 'reply'> & {
    /** Who owned the item when it was posted: they are told. */
    ownerIds?: string[];
    by?: string;
    byId?: string;
    /** Came from a file and was not touched here since. */
    imported?: true;
    /** When it came from a file, whatever day that gives for it. */
    came?: string;
    /** When it was found that it does not count, after it was posted. */
    heldAt?: string;
    /** Its author was new here. */
    newcomer?: true;
    about: { id: string; kind: KindName; title: string };
  };
/** What others say of a review. */
export type Judged = MarkCounts & { folded?: Folded; reply?: Reply };
/** `begun` is when the review was posted or came: there may be another one by now. */
export type ReviewVersion = Row & {
  type: 'reviewVersion';
  revision: number;
  rating: number;
  text: string;
  at: string;
  begun?: string;
};
/** What the projector knows of a review: its votes, and what lists show of it while it stands. */
export type ReviewStanding = MarkCounts & {
  /** Who found it useful, by place. */
  usefulFrom?: Places;
  /** Comments on it; absent where there are none. */
  comments?: number;
  folded?: Folded;
  /** What an owner of the item replied `to` the review that was posted then, and that it is folded. */
  reply?: Omit<Reply, 'by' | 'folded'> & { by?: string; to: string };
  replyFolded?: Folded;
  review?: Omit<Review, 'marks' | 'reply'> & {
    byId?: string;
    about: ReviewRow['about'];
    /** The aspects that its text speaks of; absent where of none. */
    mentions?: string[];
  };
};

export const reviewKey = (reviewId: string): Key => ({ pk: `RV#${reviewId}`, sk: 'FACT' });
export const reviewStandingKey = (reviewId: string): Key => ({ pk: `RV#${reviewId}`, sk: 'STANDING' });
export const versionList = (reviewId: string) => ({ pk: `RV#${reviewId}`, begins: 'V#' });
export const versionKey = (reviewId: string, revision: number): Key => {
  const { pk, begins } = versionList(reviewId);
  return { pk, sk: `${begins}${String(revision).padStart(6, '0')}` };
};
/** The review that an earlier wording is of. */
export const reviewOfVersion = ({ pk }: Key) => pk.slice(reviewKey('').pk.length);
/** A list of an item's reviews: by helpfulness, by time or by rating, of all or of one number of stars; or of those that do not count. */
export const reviewListPartition = (itemId: string, list: 'helpful' | 'newest' | 'rating' | 'held', stars?: string) =>
  stars ? `IR#${itemId}#${list}#${stars}` : `IR#${itemId}#${list}`;

/** When a review was written or edited last, by the clock: milliseconds since 1970. */
export const writtenAt = ({ editedAt, came, at }: Pick<ReviewRow, 'editedAt' | 'came' | 'at'>) =>
  Date.parse(editedAt ?? came ?? at);

/**
 * Holds a review as it was read, in the place of what held it, or lets go of it; its author is told where `at` says when a
 * reason was found. False where it moved on. One write unit a KB.
 */
export async function holdReview(
  { id, revision, held, heldAt }: ReviewRow,
  hold: Hold | undefined,
  at = heldAt,
): Promise<boolean> {
  const told = hold && at;
  return stored(
    updateRow(reviewKey(id), {
      UpdateExpression: hold ? `SET held = :hold${told ? ', heldAt = :at' : ''}` : 'REMOVE held, heldAt',
      ConditionExpression: `revision = :revision AND ${held ? 'held = :before' : 'attribute_not_exists(held)'}`,
      ExpressionAttributeValues: {
        ':revision': revision,
        ...(hold ? { ':hold': hold } : {}),
        ...(told ? { ':at': told } : {}),
        ...(held ? { ':before': held } : {}),
      },
    }),
  );
}

/** Takes this hold off a review, which stays as it is otherwise. False where it has it no more, or none is there. */
export async function releaseReview(reviewId: string, { rule, until }: Hold): Promise<boolean> {
  return stored(
    updateRow(reviewKey(reviewId), {
      UpdateExpression: 'REMOVE held',
      ConditionExpression: 'held.#rule = :rule AND held.#until = :until',
      ExpressionAttributeNames: { '#rule': 'rule', '#until': 'until' },
      ExpressionAttributeValues: { ':rule': rule, ':until': until },
    }),
  );
}

/** Takes the text off a review as it was read, for an act of moderation (its id), which stays in its place. */
export const textRemoval = ({ id, revision }: ReviewRow, act: string): Write => ({
  update: reviewKey(id),
  set: 'SET #text = :none, removed = :act, revision = revision + :one',
  condition: 'revision = :read',
  names: { '#text': 'text' },
  values: { ':none': '', ':act': act, ':one': 1, ':read': revision },
});

/** Takes the text off a review's earlier wordings. Safe to repeat. */
export async function emptyVersions(reviewId: string): Promise<void> {
  const versions = await queryAll<ReviewVersion>({ ...versionList(reviewId), strong: true });
  await writeRows(versions.map((version) => ({ put: { ...version, text: '' } })));
}

/** A review's fact; `strong` sees one posted a moment ago. */
export async function reviewById(reviewId: string, options: { strong?: boolean } = {}): Promise<ReviewRow | undefined> {
  return getRow<ReviewRow>(reviewKey(reviewId), options);
}

/** The facts of reviews, by id, with every write before seen; without those that are none. */
export async function reviewsById(reviewIds: readonly string[]): Promise<Map<string, ReviewRow>> {
  const rows = await getRows(reviewIds.map(reviewKey), { strong: true });
  return new Map(([...rows.values()] as ReviewRow[]).map((row) => [row.id, row]));
}

/** A review's votes as the projector knows them, and that it is folded. */
export async function reviewMarks(reviewId: string): Promise<Judged> {
  const standing = await getRow<ReviewStanding & Row>(reviewStandingKey(reviewId));
  const { useful = 0, funny = 0, cool = 0, folded } = standing ?? {};
  const reply = standing && replyIn(standing);
  return { useful, funny, cool, ...(folded ? { folded } : {}), ...(reply ? { reply } : {}) };
}

/** The reply to a review as lists show it; undefined where there is none, or it was to one that was withdrawn since. */
export function replyIn({ review, reply, replyFolded }: ReviewStanding): Reply | undefined {
  if (!reply || !review || reply.to !== review.at) return undefined;
  const { text, more, by, at, editedAt, revision, removed } = reply;
  return {
    text,
    ...(more ? { more } : {}),
    by: by ?? null,
    at,
    ...(editedAt === undefined ? {} : { editedAt }),
    revision,
    ...(replyFolded ? { folded: foldOf(replyFolded) } : {}),
    ...(removed === undefined ? {} : { removed }),
  };
}

/**
 * A review's earlier wordings, newest first; the last hundred. Those that a withdrawn one left behind, until they are gone, are
 * of no earlier revision than the one that stands.
 */
export async function versionsOf(reviewId: string): Promise<ReviewVersion[]> {
  const { rows } = await queryRows<ReviewVersion>({ ...versionList(reviewId), descending: true, limit: wordingsShown });
  return rows;
}

/**
 * A person's review of an item, from the person's id alone, to which its own does not lead: all of the item's reviews are
 * gone through, half a read unit for each 4 KB of them. Undefined where there is none.
 */
export async function reviewIdBy(itemId: string, personId: string): Promise<string | undefined> {
  const handle = (await handlesOf([personId])).get(personId);
  if (handle === undefined) return undefined;
  for (const list of ['newest', 'held'] as const) {
    const found = await queryAll({
      pk: reviewListPartition(itemId, list),
      filter: 'contains(card, :by)',
      values: { ':by': `"by":${JSON.stringify(handle)}` },
    });
    // What an owner answered to another's review is in that one's card, by name as well.
    const own = found.find(({ card }) => (JSON.parse(String(card)) as { by?: string | null }).by === handle);
    if (own) return own.sk.slice(own.sk.indexOf('#') + 1);
  }
  return undefined;
}

/** A page of one of an item's review lists: written JSON of each. */
export async function reviewList(query: Parameters<typeof queryRows>[0]) {
  return queryCards(query);
}
