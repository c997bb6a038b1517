import type { moderationOperations } from '#shared/moderation/operations.ts';
import type { trustOperations } from '#shared/trust/operations.ts';
import { fresh } from './fields.ts';
import type { Examples } from './request.ts';

/** Valid requests of trust and moderation, where alice is the steward. */
export const moderationExamples: Pick<Examples, keyof typeof moderationOperations | keyof typeof trustOperations> = {
  getFlags: ({ reviewId }) => [{ params: { what: 'reviews', target: reviewId } }],
  getMyFlag: ({ reviewId }) => [{ by: 'carol', params: { what: 'reviews', target: reviewId } }],
  flagTarget: ({ bookId }) => [
    {
      by: 'carol',
      params: { what: 'items', target: bookId },
      body: { reason: 'off-topic', words: `Said ${fresh()} times` },
    },
  ],
  unflagTarget: ({ bookId }) => [{ by: 'dave', params: { what: 'items', target: bookId } }],
  listFlagged: () => [{ by: 'alice', query: {} }],
  getFlagWords: ({ reviewId }) => [{ by: 'alice', params: { what: 'reviews', target: reviewId } }],
  listActs: () => [{ query: {} }],
  getAct: ({ actId }) => [{ params: { actId } }],
  getMyJudgement: ({ actId }) => [{ by: 'bob', params: { actId } }],
  judgeAct: ({ actId }) => [{ by: 'bob', params: { actId }, body: { judgement: 'agree' } }],
  withdrawJudgement: ({ actId }) => [{ by: 'bob', params: { actId } }],
  getSteward: () => [{}],
  removeText: ({ removedListId }) => [
    { by: 'alice', params: { what: 'lists', target: removedListId }, body: { words: 'A court said so.' } },
  ],
  getBan: () => [{ params: { handle: 'bob' } }],
  banPerson: () => [{ by: 'alice', params: { handle: 'mallory' }, body: { days: 7, words: 'Spam, again and again.' } }],
  unbanPerson: () => [{ by: 'alice', params: { handle: 'mallory' }, query: { words: 'Said sorry.' } }],
  getTrustRules: () => [{}],
  getTrust: () => [{ params: { handle: 'alice' } }],
};
