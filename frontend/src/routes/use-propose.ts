import { useLocation } from 'wouter';
import type { Change } from '#shared/proposals/schema.ts';
import { call } from '../client/call.ts';
import { forgetProposals } from '../features/proposals/queries.ts';
import { say } from '../ui/toasts.ts';

/** Sends a proposal, and leads to it, or to the one of the same that is open. */
export function usePropose() {
  const [, navigate] = useLocation();
  return async (change: Change, reason: string) => {
    const { proposal, existing } = await call(
      'createProposal',
      { body: { change, reason } },
      { idempotencyKey: crypto.randomUUID() },
    );
    forgetProposals();
    say(existing ? 'The same is proposed already: say there what you think of it.' : 'It is proposed.');
    navigate(`/proposals/${proposal.id}`);
  };
}
