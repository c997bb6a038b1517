import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { beforeVoting, removeProposalVote } from './votes/table.ts';

export const withdrawProposalVote: Handler<'withdrawProposalVote'> = async ({ params: { proposalId } }, context) => {
  const { personId } = context.caller;
  await requireAccount(context);
  return untilDone(async () => {
    const { fact, mine } = await beforeVoting(proposalId, personId);
    if (!fact) throw new AppError('proposal_not_found');
    if (!mine) return { withdrawn: false };
    if (fact.state !== 'open') throw new AppError('proposal_decided');
    return (await removeProposalVote(fact, personId)) ? undefined : { withdrawn: true };
  });
};
