import { replyTo } from '#functions/replies/table.ts';
import { fresh } from './fields.ts';
import type { Examples } from './request.ts';

/** Valid requests of the operations on claims, and on replies of owners. */
export const claimExamples: Pick<
  Examples,
  | 'getClaims'
  | 'getMyClaim'
  | 'listMyClaims'
  | 'startClaim'
  | 'proveClaim'
  | 'endClaim'
  | 'getReply'
  | 'postReply'
  | 'withdrawReply'
> = {
  getClaims: ({ itemId }) => [{ params: { itemId } }],
  getMyClaim: ({ itemId }) => [{ by: 'carol', params: { itemId } }],
  listMyClaims: () => [{ by: 'alice', query: {} }],
  startClaim: ({ editedId }) => [{ by: 'carol', params: { itemId: editedId } }],
  // Who owns it already has proven it: nothing is looked for.
  proveClaim: ({ itemId }) => [{ by: 'alice', params: { itemId }, body: { way: 'dns' } }],
  endClaim: ({ bookId }) => [{ by: 'dave', params: { itemId: bookId } }],
  getReply: ({ reviewId }) => [{ params: { reviewId } }],
  postReply: async ({ reviewId }) => {
    const revision = (await replyTo(reviewId, { strong: true }))?.revision;
    const body = { text: `Thank you ${fresh()} times.`, licence: 'CC-BY-4.0' as const, revision };
    return [{ by: 'alice', params: { reviewId }, body }];
  },
  withdrawReply: ({ reviewId }) => [{ by: 'dave', params: { reviewId } }],
};
