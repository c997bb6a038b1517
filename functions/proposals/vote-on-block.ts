import type { Handler } from '#functions/http/handler.ts';
import { handleOf, personIdByHandle, requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { type BlockVoteRow, blockVoteKey } from './table.ts';
import { beforeVoting, storeBlockVote } from './votes/table.ts';

export const voteOnBlock: Handler<'voteOnBlock'> = async (
  { params: { proposalId, handle }, body: { vote } },
  context,
) => {
  const { personId } = context.caller;
  const [blockerId, profile] = await Promise.all([
    personIdByHandle(handle),
    requireAccount(context),
    // Else those who may not block could do away with every block.
    requirePower(context, 'block'),
  ]);
  const by = handleOf(profile);
  return untilDone(async () => {
    const { fact, theirs, onTheirs } = await beforeVoting(proposalId, personId, blockerId);
    if (!fact) throw new AppError('proposal_not_found');
    if (theirs?.vote !== 'block') throw new AppError('block_not_found');
    if (blockerId === personId) throw new AppError('own_block');
    if (fact.byId === personId) throw new AppError('own_proposal');
    if ((onTheirs?.vote ?? null) === vote) return { vote };
    if (fact.state !== 'open') throw new AppError('proposal_decided');
    const key = blockVoteKey(proposalId, blockerId, personId);
    const row: BlockVoteRow | undefined = vote
      ? { ...key, type: 'blockVote', proposalId, vote, at: isoSeconds(context.now), by, byId: personId }
      : undefined;
    const failed = await storeBlockVote(fact, blockerId, personId, row ?? key);
    if (failed === 'account') throw new AppError('account_deleted');
    return failed ? undefined : { vote };
  });
};
