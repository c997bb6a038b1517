import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { propose } from './propose.ts';
import { proposalById } from './table.ts';

export const revertProposal: Handler<'revertProposal'> = async ({ params, body, idempotencyKey }, context) => {
  const made = await proposalById(params.proposalId, { strong: true });
  if (!made) throw new AppError('proposal_not_found');
  if (made.state !== 'applied' || !made.opposite) throw new AppError('not_revertible');
  return propose({ change: made.opposite, reason: body.reason, reverts: made.id, idempotencyKey }, context);
};
