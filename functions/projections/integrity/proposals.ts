import {
  blockVoteKey,
  judgedKey,
  type PieceRow,
  type ProposalRow,
  proposedKey,
  sameKey,
  type VersionRow,
  type VoteRow,
} from '#functions/proposals/table.ts';
import type { RevisionRow } from '#functions/revisions/table.ts';
import { type Key, keyText, type Row } from '#functions/table/table.ts';
import { type Check, Counterparts, entryOf, gapsIn } from './check.ts';

type Fact = Pick<ProposalRow, 'state' | 'version' | 'same' | 'revision'>;

/** What is stored of one proposal. */
class Stored {
  fact: Fact | undefined;
  /** By number: in how many pieces the text is said to lie. */
  readonly versions = new Map<number, number>();
  readonly pieces = new Map<number, number>();
  /** The revisions that name it, each as `item.number`. */
  readonly revisions: string[] = [];
  votes = 0;

  differences(): string[] {
    const { fact } = this;
    if (!fact) {
      const rows = this.versions.size + this.votes + this.revisions.length;
      return rows > 0 ? ['is named, and is not there'] : [];
    }
    const found: string[] = [];
    const { missing, beyond } = gapsIn(new Set(this.versions.keys()), fact.version);
    if (missing.length + beyond.length > 0)
      found.push(`is at version ${fact.version}, and has ${[...this.versions.keys()].join(', ')}`);
    for (const [version, pieces] of this.versions) {
      const there = this.pieces.get(version) ?? 0;
      if (there !== pieces) found.push(`has ${there} of ${pieces} pieces of version ${version}`);
    }
    const isMade = fact.state === 'applied' || fact.state === 'reverted';
    const expected = isMade && fact.revision !== undefined ? 1 : 0;
    const numbers = this.revisions.map((name) => Number(name.split('.')[1]));
    if (this.revisions.length !== expected || (expected === 1 && numbers[0] !== fact.revision))
      found.push(`is ${fact.state} as revision ${fact.revision}, and named by ${JSON.stringify(this.revisions)}`);
    return found;
  }
}

/** Every proposal that was applied became one revision and no other became any; open ones alone hold what they would change. */
export function checkProposals(): Check {
  const all = new Map<string, Stored>();
  const holding = new Map<string, string>();
  const open: { id: string; same: Key }[] = [];
  const proposed = new Counterparts();
  const judged = new Counterparts();
  const of = (id: string) => entryOf(all, id, () => new Stored());
  const add: Record<string, (row: Row) => void> = {
    proposal: (row) => {
      const { id, state, version, same, revision, byId } = row as ProposalRow;
      of(id).fact = { state, version, same, revision };
      if (state === 'open' || state === 'accepted') open.push({ id, same: sameKey(same) });
      if (byId !== undefined) proposed.call(proposedKey(byId, id));
    },
    proposalVersion: (row) => {
      const { proposalId, version, pieces } = row as VersionRow;
      of(proposalId).versions.set(version, pieces);
    },
    proposalText: (row) => {
      const { proposalId, version } = row as PieceRow;
      const { pieces } = of(proposalId);
      pieces.set(version, (pieces.get(version) ?? 0) + 1);
    },
    proposalSame: (row) => holding.set(keyText(row), String(row.proposalId)),
    proposalVote: (row) => {
      const { proposalId, byId } = row as VoteRow;
      of(proposalId).votes++;
      if (byId !== undefined) judged.call(judgedKey(byId, proposalId));
    },
    blockVote: (row) => {
      const { proposalId, byId, sk } = row as VoteRow;
      of(proposalId).votes++;
      if (byId === undefined) return;
      const blocker = sk.split('#')[1] ?? '';
      if (blockVoteKey(proposalId, blocker, byId).sk === sk) judged.call(judgedKey(byId, proposalId, blocker));
    },
    revision: (row) => {
      const { proposal, itemId, n } = row as RevisionRow;
      if (proposal !== undefined) of(proposal).revisions.push(`${itemId}.${n}`);
    },
    proposed: (row) => proposed.find(row),
    judged: (row) => judged.find(row),
  };
  const holds = () => {
    const found = open.flatMap(({ id, same }) => {
      const holder = holding.get(keyText(same));
      holding.delete(keyText(same));
      return holder === id ? [] : [`The proposal ${id} is open, and its change is held by ${holder ?? 'none'}`];
    });
    return [
      ...found,
      ...[...holding.values()].map((id) => `The proposal ${id} is decided, and still holds its change`),
    ];
  };
  return {
    add: (row) => add[String(row.type)]?.(row),
    differences: () => [
      ...[...all].flatMap(([id, stored]) => stored.differences().map((what) => `The proposal ${id} ${what}`)),
      ...holds(),
      ...proposed.differences('that somebody proposed'),
      ...judged.differences('that somebody voted on a proposal'),
    ],
  };
}
