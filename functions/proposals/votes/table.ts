import { refusedBy } from '#functions/table/refused-by.ts';
import { getRows, type Key, keyText, type Write } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import {
  type BlockVoteRow,
  blockVoteKey,
  judgedKey,
  type ProposalRow,
  proposalKey,
  type VoteRow,
  voteKey,
} from '../table.ts';

/** A proposal’s fact, a vote on it and one on a block of it, with every write before seen. */
export async function beforeVoting(proposalId: string, personId: string, blockerId = personId) {
  const keys = [
    proposalKey(proposalId),
    voteKey(proposalId, personId),
    voteKey(proposalId, blockerId),
    blockVoteKey(proposalId, blockerId, personId),
  ] as const;
  const rows = await getRows(keys, { strong: true });
  const at = (key: Key) => rows.get(keyText(key));
  return {
    fact: at(keys[0]) as ProposalRow | undefined,
    mine: at(keys[1]) as VoteRow | undefined,
    theirs: at(keys[2]) as VoteRow | undefined,
    onTheirs: at(keys[3]) as BlockVoteRow | undefined,
  };
}

/** The next turn of an open proposal: every change of its votes has it, so that a decision sees it or it is refused. */
const turnOf = ({ id, version }: ProposalRow): Write => ({
  update: proposalKey(id),
  set: 'SET turn = turn + :one',
  condition: '#state = :open AND version = :version',
  names: { '#state': 'state' },
  values: { ':one': 1, ':open': 'open', ':version': version },
});

/** Stores a vote in the place of the one before; answers `turn` where the proposal moved on, `account`, or nothing. 8 write units. */
export async function storeProposalVote(fact: ProposalRow, vote: VoteRow, personId: string) {
  return refusedBy(
    [
      turnOf(fact),
      accountIsOpen(personId, fact.id),
      { put: vote },
      { put: { ...judgedKey(personId, fact.id), type: 'judged' } },
    ],
    ['turn', 'account'] as const,
  );
}

/** Removes a vote. What others said of a block stays, and is of no effect. */
export async function removeProposalVote(fact: ProposalRow, personId: string) {
  return refusedBy([turnOf(fact), { delete: voteKey(fact.id, personId) }, { delete: judgedKey(personId, fact.id) }], [
    'turn',
  ] as const);
}

/** Stores, or removes, what a person says of a block that stands; answers what stood in the way, or nothing. */
export async function storeBlockVote(fact: ProposalRow, blockerId: string, personId: string, row: BlockVoteRow | Key) {
  const credit = judgedKey(personId, fact.id, blockerId);
  const says = 'type' in row;
  return refusedBy(
    [
      turnOf(fact),
      accountIsOpen(personId, fact.id),
      {
        check: voteKey(fact.id, blockerId),
        condition: 'vote = :block',
        values: { ':block': 'block' },
      },
      says ? { put: row } : { delete: row },
      says ? { put: { ...credit, type: 'judged' } } : { delete: credit },
    ],
    ['turn', 'account', 'block'] as const,
  );
}
