import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { decide } from './decide.ts';
import { proposalOf } from './judged.ts';

export const decideProposal: Handler<'decideProposal'> = async ({ params }, context) => {
  await requireAccount(context);
  const { fact, verdict } = await decide(params.proposalId, context.now);
  return { proposal: proposalOf(fact), verdict };
};
