import { itemOperations } from '#shared/items/operations.ts';
import { peopleOperations } from '#shared/people/operations.ts';
import { saveOperations } from '#shared/saves/operations.ts';
import { sessionOperations } from '#shared/sessions/operations.ts';
import { voteOperations } from '#shared/votes/operations.ts';
import type { Handlers } from './http/handler.ts';
import { httpFunction, servedBy } from './http/http-function.ts';
import { tokenCaller } from './http/token-caller.ts';
import { createItem } from './items/create-item.ts';
import { getMyView } from './items/get-my-view.ts';
import { getMe } from './people/get-me.ts';
import { getMySave } from './saves/get-my-save.ts';
import { saveItem } from './saves/save-item.ts';
import { unsaveItem } from './saves/unsave-item.ts';
import { renewSession } from './sessions/renew-session.ts';
import { castVote } from './votes/cast-vote.ts';
import { listMyMarks } from './votes/list-my-marks.ts';
import { withdrawVote } from './votes/withdraw-vote.ts';

/** What a visit begins with and what is done all day. */
const atHand = {
  createItem,
  getMyView,
  getMe,
  getMySave,
  saveItem,
  unsaveItem,
  renewSession,
  castVote,
  listMyMarks,
  withdrawVote,
} satisfies Partial<Handlers<'person' | 'cookie'>>;
export type AtHand = typeof atHand;

const contract = {
  ...itemOperations,
  ...peopleOperations,
  ...saveOperations,
  ...sessionOperations,
  ...voteOperations,
};

/** Serves what signed-in people do, what only they may see, and how they stay signed in. */
export const handler = httpFunction({
  atHand: servedBy(contract, atHand),
  seldom: () => import('./write-seldom.ts'),
  tokenCaller,
});
