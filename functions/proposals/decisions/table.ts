import { refusedBy } from '#functions/table/refused-by.ts';
import { keyText, type Write } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { Change, ProposalState } from '#shared/proposals/schema.ts';
import { type ProposalRow, proposalKey, sameKey, undecided, undecidedValues } from '../table.ts';

type Decision = {
  state: Exclude<ProposalState, 'open'>;
  decidedAt: string;
  outcome?: ProposalRow['outcome'];
  stuck?: ProposalRow['stuck'];
  revision?: number;
  opposite?: Change;
  unfinished?: true;
};

/**
 * Decides a proposal at its turn, with all that follows from that in the same transaction. Answers `turn` where it moved
 * on, `account` where who proposed it left, `reverts` where what it takes back is not in force any more, `effect` where
 * one of the other writes did not find what it was made for, or nothing where it is done.
 */
export async function storeDecision(fact: ProposalRow, decision: Decision, effect: readonly Write[] = []) {
  const { state, decidedAt, stuck } = decision;
  const set = Object.entries({ ...decision }).filter(([, value]) => value !== undefined);
  const byId = state === 'applied' ? fact.byId : undefined;
  const taken = state === 'applied' ? fact.reverts : undefined;
  const writes: Write[] = [
    {
      update: proposalKey(fact.id),
      set: `SET ${set.map(([name]) => `#${name} = :new_${name}`).join(', ')}, turn = turn + :one${stuck ? '' : ' REMOVE #stuck'}`,
      condition: `turn = :turn AND ${undecided}`,
      names: {
        ...Object.fromEntries(set.map(([name]) => [`#${name}`, name])),
        '#state': 'state',
        ...(stuck ? {} : { '#stuck': 'stuck' }),
      },
      values: {
        ...Object.fromEntries(set.map(([name, value]) => [`:new_${name}`, value])),
        ...undecidedValues,
        ':turn': fact.turn,
        ':one': 1,
      },
    },
  ];
  const parts: ('turn' | 'account' | 'reverts' | 'same')[] = ['turn'];
  if (byId !== undefined) {
    writes.push(accountIsOpen(byId, fact.id));
    parts.push('account');
  }
  if (taken !== undefined) {
    writes.push({
      update: proposalKey(taken),
      set: 'SET #state = :reverted, decidedAt = :at, revertedBy = :by, turn = turn + :one',
      condition: '#state = :applied',
      names: { '#state': 'state' },
      values: { ':reverted': 'reverted', ':applied': 'applied', ':at': decidedAt, ':by': fact.id, ':one': 1 },
    });
    parts.push('reverts');
  }
  // What stays accepted still holds its change.
  if (state !== 'accepted') {
    writes.push({ delete: sameKey(fact.same) });
    parts.push('same');
  }
  return refusedBy([...writes, ...effect.filter((write) => !isAmong(writes, write))], parts);
}

/** Whether a check stands among writes already: of an account for two reasons, which is refused as a mistake. */
function isAmong(writes: readonly Write[], write: Write): boolean {
  const isSame = (one: Write) => 'check' in one && 'check' in write && keyText(one.check) === keyText(write.check);
  return writes.some(isSame);
}

/** Says that all that was to follow from a proposal that was made is done. Repeating it changes nothing. */
export async function storeFinished(proposalId: string): Promise<void> {
  await refusedBy(
    [{ update: proposalKey(proposalId), set: 'REMOVE unfinished', condition: 'attribute_exists(unfinished)' }],
    [],
  );
}
