import { ordered } from '#functions/table/ordered.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { isCounted, isOverruled, type Said, type Tally, tallyOf, verdictOf } from '#shared/proposals/rules.ts';
import type { Proposal, ProposalVote, Verdict } from '#shared/proposals/schema.ts';
import type { ProposalStanding } from './lists/table.ts';
import { type BlockVoteRow, isOnBlock, type ProposalRow, type VoteRow, type WholeProposal } from './table.ts';

/** A vote as the rule sees it. */
function saidOf(vote: VoteRow, blockVotes: readonly BlockVoteRow[]): Said {
  const on = vote.vote === 'block' ? blockVotes.filter((row) => isOnBlock(row, vote)) : [];
  // Who left overrules nothing; what they upheld stays so.
  const count = (value: BlockVoteRow['vote']) =>
    on.filter((row) => row.vote === value && (value === 'uphold' || row.byId !== undefined)).length;
  return {
    vote: vote.vote,
    version: vote.version,
    at: vote.at,
    isMember: vote.byId !== undefined,
    overrule: count('overrule'),
    uphold: count('uphold'),
  };
}

/** What is to happen with an undecided proposal now, and the votes that says so from. */
export function judge(
  fact: ProposalRow,
  { votes, blockVotes }: WholeProposal,
  now: Date,
): { tally: Tally; verdict: Verdict } {
  const said = votes.map((vote) => saidOf(vote, blockVotes));
  return { tally: tallyOf(said, fact.version, fact.quorum), verdict: verdictOf(fact, said, now) };
}

const shown = 200;

/** The votes as the contract gives them out: blocks first, then the latest. */
export function votesOf(fact: ProposalRow, { votes, blockVotes }: WholeProposal): ProposalVote[] {
  const order = (a: VoteRow, b: VoteRow) =>
    Number(b.vote === 'block') - Number(a.vote === 'block') || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
  return [...votes]
    .sort(order)
    .slice(0, shown)
    .map((row): ProposalVote => {
      const { by, at, vote, version, reason } = row;
      const said = saidOf(row, blockVotes);
      const names = (value: BlockVoteRow['vote']) =>
        blockVotes
          .filter((one) => one.vote === value && isOnBlock(one, row))
          .map((one) => one.by ?? null)
          .sort();
      return {
        by: by ?? null,
        at,
        vote,
        version,
        reason,
        counts: isCounted(said, fact.version),
        ...(vote === 'block'
          ? { overruled: isOverruled(said, fact.quorum), overrule: names('overrule'), uphold: names('uphold') }
          : {}),
      };
    });
}

/** A proposal as the contract gives it out; an edit that was taken back in its item’s history is reverted. */
export function proposalOf(row: ProposalRow, standing?: Partial<ProposalStanding>): Proposal {
  const { id, about, itemId, reason, licence, at, by, version, due, until, hours, quorum } = row;
  const { decidedAt, outcome, stuck, revision, revertedBy, reverts, opposite, removed } = row;
  const revertedIn = standing?.revertedIn;
  const state = row.state === 'applied' && revertedIn !== undefined ? 'reverted' : row.state;
  return {
    id,
    change: ordered(row.change),
    about: ordered(about),
    ...(itemId === undefined ? {} : { itemId }),
    reason,
    licence,
    at,
    by: by ?? null,
    version,
    state,
    due,
    until,
    hours,
    quorum,
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(outcome === undefined ? {} : { outcome: ordered(outcome) }),
    ...(stuck === undefined ? {} : { stuck: ordered(stuck) }),
    ...(revision === undefined ? {} : { revision }),
    ...(revertedIn === undefined ? {} : { revertedIn }),
    revertible: state === 'applied' && opposite !== undefined,
    ...(revertedBy === undefined ? {} : { revertedBy }),
    ...(reverts === undefined ? {} : { reverts }),
    ...(standing?.folded ? { folded: foldOf(standing.folded) } : {}),
    ...(removed === undefined ? {} : { removed }),
  };
}
