import { allOperations } from '#shared/capabilities.ts';
import type { Auth } from '#shared/operation.ts';
import type { Handlers } from './http/handler.ts';
import { httpFunction } from './http/http-function.ts';
import { tokenCaller } from './http/token-caller.ts';
import { createItem } from './items/create-item.ts';
import { getMyView } from './items/get-my-view.ts';
import { getMe } from './people/get-me.ts';
import { postReview } from './reviews/post-review.ts';
import { withdrawReview } from './reviews/withdraw-review.ts';
import { getMySave } from './saves/get-my-save.ts';
import { listMySaves } from './saves/list-my-saves.ts';
import { saveAddress } from './saves/save-address.ts';
import { saveItem } from './saves/save-item.ts';
import { unsaveItem } from './saves/unsave-item.ts';
import { keepSession } from './sessions/keep-session.ts';
import { renewSession } from './sessions/renew-session.ts';
import { applyTag } from './tags/apply-tag.ts';
import { removeTag } from './tags/remove-tag.ts';
import { castVote } from './votes/cast-vote.ts';
import { listMyMarks } from './votes/list-my-marks.ts';
import { markReview } from './votes/mark-review.ts';
import { unmarkReview } from './votes/unmark-review.ts';
import { withdrawVote } from './votes/withdraw-vote.ts';

/** What a visit begins with and what is done all day. */
const atHand = {
  createItem,
  getMyView,
  getMe,
  postReview,
  withdrawReview,
  getMySave,
  listMySaves,
  saveAddress,
  saveItem,
  unsaveItem,
  keepSession,
  renewSession,
  applyTag,
  removeTag,
  castVote,
  listMyMarks,
  markReview,
  unmarkReview,
  withdrawVote,
} satisfies Partial<Handlers<'person' | 'cookie'>>;
export type AtHand = typeof atHand;

/** The rest is a file of its own, loaded when any of it is first asked for: no cold start pays for it. */
const rest = allOperations
  .filter(({ name, auth }) => auth !== 'public' && !(name in atHand))
  .map(({ name }) => {
    const run = async (input: unknown, context: unknown) => {
      const { seldom } = await import('./write-seldom.ts');
      const handler = seldom[name as keyof typeof seldom] as (input: unknown, context: unknown) => Promise<unknown>;
      return handler(input, context);
    };
    return [name, run] as const;
  });

/** Serves what signed-in people do, what only they may see, and how they stay signed in. */
export const handler = httpFunction(
  { ...atHand, ...(Object.fromEntries(rest) as Partial<Handlers<Auth>>) },
  tokenCaller,
);
