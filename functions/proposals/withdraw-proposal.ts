import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { storeDecision } from './decisions/table.ts';
import { proposalOf } from './judged.ts';
import { proposalById } from './table.ts';

export const withdrawProposal: Handler<'withdrawProposal'> = async ({ params }, context) => {
  await requireAccount(context);
  return untilDone(async () => {
    const fact = await proposalById(params.proposalId, { strong: true });
    if (!fact) throw new AppError('proposal_not_found');
    if (fact.byId !== context.caller.personId) throw new AppError('not_your_proposal');
    if (fact.state === 'withdrawn') return { proposal: proposalOf(fact) };
    if (fact.state !== 'open' && fact.state !== 'accepted') throw new AppError('proposal_decided');
    const decision = { state: 'withdrawn', decidedAt: isoSeconds(context.now) } as const;
    if (await storeDecision(fact, decision)) return undefined;
    return { proposal: proposalOf({ ...fact, ...decision }) };
  });
};
