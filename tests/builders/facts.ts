import type { PersonContext } from '#functions/http/handler.ts';
import { createItem } from '#functions/items/create-item.ts';
import { postReview } from '#functions/reviews/post-review.ts';
import { withdrawReview } from '#functions/reviews/withdraw-review.ts';
import { saveItem } from '#functions/saves/save-item.ts';
import { unsaveItem } from '#functions/saves/unsave-item.ts';
import { applyTag } from '#functions/tags/apply-tag.ts';
import { removeTag } from '#functions/tags/remove-tag.ts';
import { castVote } from '#functions/votes/cast-vote.ts';
import { markReview } from '#functions/votes/mark-review.ts';
import { unmarkReview } from '#functions/votes/unmark-review.ts';
import { withdrawVote } from '#functions/votes/withdraw-vote.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Item } from '#shared/items/schema.ts';
import type { NewReview, Review, ReviewMark } from '#shared/reviews/schema.ts';
import type { NewSave, Save } from '#shared/saves/schema.ts';
import type { VoteValue } from '#shared/votes/schema.ts';

const none = { params: undefined, query: undefined, body: undefined };

/** What people do, in short: each goes through the operation's own function. */
export const facts = {
  async link(by: PersonContext, url: string, title = `Link ${url}`): Promise<Item> {
    const added = await createItem({ ...none, body: { kind: 'link', fields: { url, title } } }, by);
    return (added as { item: Item }).item;
  },
  async add(by: PersonContext, kind: KindName, fields: Record<string, unknown>): Promise<Item> {
    const added = await createItem({ ...none, body: { kind, fields } }, by);
    return (added as { item: Item }).item;
  },
  book: (by: PersonContext, fields: Record<string, unknown>): Promise<Item> => facts.add(by, 'book', fields),
  vote: (by: PersonContext, itemId: string, value: VoteValue) =>
    castVote({ ...none, params: { itemId }, body: { value } }, by),
  unvote: (by: PersonContext, itemId: string) => withdrawVote({ ...none, params: { itemId } }, by),
  async review(by: PersonContext, itemId: string, written: Partial<NewReview> & { rating: number }): Promise<Review> {
    const posted = await postReview({ ...none, params: { itemId }, body: { text: '', aspects: {}, ...written } }, by);
    return (posted as { review: Review }).review;
  },
  unreview: (by: PersonContext, itemId: string) => withdrawReview({ ...none, params: { itemId } }, by),
  async save(by: PersonContext, itemId: string, wanted: Partial<NewSave> = {}): Promise<Save> {
    const body = { private: false, shelves: [], note: '', privateNote: '', readings: [], ...wanted };
    return ((await saveItem({ ...none, params: { itemId }, body }, by)) as { save: Save }).save;
  },
  unsave: (by: PersonContext, itemId: string) => unsaveItem({ ...none, params: { itemId } }, by),
  tag: (by: PersonContext, itemId: string, tag: string) => applyTag({ ...none, params: { itemId, tag } }, by),
  untag: (by: PersonContext, itemId: string, tag: string) => removeTag({ ...none, params: { itemId, tag } }, by),
  mark: (by: PersonContext, reviewId: string, mark: ReviewMark) =>
    markReview({ ...none, params: { reviewId, mark } }, by),
  unmark: (by: PersonContext, reviewId: string, mark: ReviewMark) =>
    unmarkReview({ ...none, params: { reviewId, mark } }, by),
};
