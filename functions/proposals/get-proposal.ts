import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { judge, proposalOf, votesOf } from './judged.ts';
import type { ProposalStanding } from './lists/table.ts';
import { wholeProposal } from './table.ts';

export const getProposal: Handler<'getProposal'> = async ({ params }, { now }) => {
  const whole = await wholeProposal(params.proposalId);
  const { fact, standing, versions } = whole;
  if (!fact) throw new AppError('proposal_not_found');
  const { tally, verdict } = judge(fact, whole, now);
  return {
    proposal: proposalOf(fact, standing as Partial<ProposalStanding> | undefined),
    tally,
    verdict: fact.state === 'open' ? verdict : null,
    votes: votesOf(fact, whole),
    versions: versions.map(({ version, at, reason }) => ({ version, at, reason })),
  };
};
