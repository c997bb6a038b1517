import { AsyncLocalStorage } from 'node:async_hooks';
import { decide } from '#functions/proposals/decide.ts';
import { runDecide } from '#functions/proposals/run-decide.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { as, seen } from '#tests/integration/contract/call.ts';

const hour = 3_600_000;
/** So many hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * hour);
/** Runs the job as it would run so many hours from now. */
export const jobIn = (hours: number) => runDecide({ getRemainingTimeInMillis: () => 900_000 }, inHours(hours));
/** Has a proposal decided as if it were so many hours later. */
export const decidedIn = (hours: number, proposalId: string) => decide(proposalId, inHours(hours));

/** A book to propose something about, added by somebody. */
export async function bookBy(name: string, title: string, text = ''): Promise<string> {
  const { item } = await as(name).done('composeItem', { body: { kind: 'book', fields: { title }, text } });
  return item.id;
}

type Edit = { fields?: Record<string, unknown>; text?: string; base?: number };
/** Somebody proposes an edit. */
export async function proposedEdit(
  name: string,
  itemId: string,
  { base = 1, ...edit }: Edit,
  reason = 'It is better.',
) {
  const change = { what: 'edit' as const, itemId, base, ...edit };
  return as(name).done('createProposal', { body: { change, reason } });
}

/** Somebody votes on the first version, or another one. */
export const voted = (name: string, proposalId: string, vote: 'for' | 'against' | 'block', version = 1) =>
  as(name).done('castProposalVote', {
    params: { proposalId },
    body: { vote, version, reason: vote === 'block' ? 'It would be wrong.' : '' },
  });

export const pageOf = (proposalId: string) => seen('getProposal', { params: { proposalId } });
export const stateOf = async (proposalId: string) => (await pageOf(proposalId)).proposal.state;

/** Where a run is cut off: after so many requests to the table, which were done though nobody heard so. */
const cuts = new AsyncLocalStorage<{ left: number }>();

/** Runs something that hears nothing of the table any more after so many requests. False where it needed no more. */
export async function cutAfter(requests: number, run: () => Promise<unknown>): Promise<boolean> {
  documentClient().middlewareStack.add(
    (next) => async (args) => {
      const cut = cuts.getStore();
      if (!cut) return next(args);
      if (cut.left <= 0) throw Object.assign(new Error('Cut off'), { code: 'EOTHER' });
      const answer = await next(args);
      cut.left -= 1;
      if (cut.left <= 0) throw Object.assign(new Error('Cut off'), { code: 'EOTHER' });
      return answer;
    },
    { step: 'initialize', name: 'cut', override: true },
  );
  try {
    await cuts.run({ left: requests }, run);
    return false;
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'Cut off') throw error;
    return true;
  }
}
