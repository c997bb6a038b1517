import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { blockVotes, proposal, proposalVotes } from '../proposals/schema.ts';

const by = z.nullable(z.string());

/** A proposal as its page shows it. */
export const dumpedProposal = z.strictObject(proposal.shape);

/** What one version would change; of an edit its fields and its text, under the licence of the proposal. */
export const dumpedProposalVersion = z.strictObject({
  proposalId: id,
  version: z.number(),
  at: z.string(),
  reason: z.string(),
  change: z.looseObject({ what: z.string() }),
});

/** A vote on a proposal, with its reason. */
export const dumpedProposalVote = z.strictObject({
  proposalId: id,
  vote: z.enum(proposalVotes),
  version: z.number(),
  reason: z.string(),
  at: z.string(),
  by,
});

/** What somebody says of somebody’s block. */
export const dumpedBlockVote = z.strictObject({
  proposalId: id,
  /** Whose block. */
  block: by,
  vote: z.enum(blockVotes),
  at: z.string(),
  by,
});
