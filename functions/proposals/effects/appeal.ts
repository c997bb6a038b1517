import { appealAbout, appealWrites } from '#functions/moderation/reader.ts';
import type { Effect } from './effect.ts';

/** An act of moderation is taken back: something is unfolded, or somebody may write again. */
export const appeal: Effect<'appeal'> = {
  check: ({ act }) => appealAbout(act),
  writes: async ({ act }, { proposalId, now }) => ({ writes: await appealWrites(act, proposalId, now) }),
};
