import { commentById } from '#functions/discussions/table.ts';
import { fresh } from './fields.ts';
import type { Examples } from './request.ts';

/** Valid requests of what people say and ask, and of who was there. */
export const talkExamples = {
  getThread: ({ itemId, reviewId }) => [
    { params: { what: 'items', target: itemId }, query: { order: 'new' } },
    { params: { what: 'reviews', target: reviewId }, query: {} },
    { params: { what: 'people', target: 'alice' }, query: {} },
  ],
  listThreadComments: ({ itemId }) => [{ params: { what: 'items', target: itemId }, query: {} }],
  listLineComments: ({ proposalId }) => [{ params: { what: 'proposals', target: proposalId }, query: {} }],
  listReplies: ({ commentId }) => [{ params: { commentId }, query: { order: 'old' } }],
  getComment: ({ commentId }) => [{ params: { commentId }, query: {} }],
  listWordings: ({ commentId }) => [{ params: { commentId } }],
  listCommentsByPerson: () => [{ params: { handle: 'bob' }, query: {} }],
  postComment: ({ itemId, commentId }) => [
    {
      by: 'carol',
      params: { what: 'items', target: itemId },
      body: { text: `Said ${fresh()} times, @bob`, parent: commentId, licence: 'CC-BY-4.0' },
    },
    { by: 'carol', params: { what: 'people', target: 'alice' }, body: { text: 'Hello.' } },
  ],
  editComment: async ({ commentId }) => {
    const { revision = 1 } = (await commentById(commentId, { strong: true })) ?? {};
    return [{ by: 'carol', params: { commentId }, body: { text: `Reworded ${fresh()} times`, revision } }];
  },
  withdrawComment: ({ doomedCommentId }) => [{ by: 'dave', params: { commentId: doomedCommentId } }],
  voteComment: ({ commentId }) => [{ by: 'bob', params: { commentId }, body: { value: 'down' } }],
  unvoteComment: ({ commentId }) => [{ by: 'dave', params: { commentId } }],
  getAsked: ({ placeId }) => [{ params: { itemId: placeId } }],
  checkIn: ({ placeId }) => [{ by: 'carol', params: { itemId: placeId, day: '2024-03-02' }, body: { private: false } }],
  removeCheckIn: ({ placeId }) => [{ by: 'carol', params: { itemId: placeId, day: '2024-03-01' } }],
} satisfies Partial<Examples>;
