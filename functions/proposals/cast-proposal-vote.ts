import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { type VoteRow, voteKey } from './table.ts';
import { beforeVoting, storeProposalVote } from './votes/table.ts';

export const castProposalVote: Handler<'castProposalVote'> = async ({ params: { proposalId }, body }, context) => {
  const { vote, version, reason } = body;
  const { personId } = context.caller;
  if (vote === 'block' && reason === '') throw new AppError('block_needs_reason');
  const [profile] = await Promise.all([
    requireAccount(context),
    requirePower(context, vote === 'block' ? 'block' : 'judge'),
  ]);
  const by = handleOf(profile);
  return untilDone(async () => {
    const { fact, mine } = await beforeVoting(proposalId, personId);
    if (!fact) throw new AppError('proposal_not_found');
    if (fact.byId === personId) throw new AppError('own_proposal');
    const isSame = mine?.vote === vote && mine.version === version && mine.reason === reason;
    if (isSame) return { vote };
    if (fact.state !== 'open') throw new AppError('proposal_decided');
    if (fact.version !== version) throw new AppError('proposal_changed');
    const row: VoteRow = {
      ...voteKey(proposalId, personId),
      type: 'proposalVote',
      proposalId,
      vote,
      version,
      reason,
      // A block explained better is no new one: its time goes on.
      at: vote === 'block' && mine?.vote === 'block' ? mine.at : isoSeconds(context.now),
      by,
      byId: personId,
    };
    const failed = await storeProposalVote(fact, row, personId);
    if (failed === 'account') throw new AppError('account_deleted');
    return failed ? undefined : { vote };
  });
};
