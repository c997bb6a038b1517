import { takeOffQuotes } from '#functions/discussions/reader.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { targetText } from '#shared/targets.ts';
import { judge } from '../judged.ts';
import { type WholeProposal, wholeProposal } from '../table.ts';
import { emptyMade, emptyVersion, emptyVote, reasonRemoval, removedTitle } from './table.ts';

/**
 * What taking off a proposal what was said in it comes to, for an act of moderation: its reasons, what an edit would
 * change, and the reasons of those who voted. An edit that nobody decided yet is refused, since nothing of it is left to
 * decide on; anything else goes on as it was. Undefined where there is no proposal.
 */
export async function proposalTextRemoval(proposalId: string, act: string) {
  const whole = await wholeProposal(proposalId, { strong: true });
  const { fact } = whole;
  if (!fact) return undefined;
  const { change, state, removed, removedAt, turn } = fact;
  const isEdit = change.what === 'edit';
  const now = new Date();
  const ends = isEdit && (state === 'open' || state === 'accepted');
  const { tally } = judge(fact, whole, now);
  const ended = ends ? { decidedAt: isoSeconds(now), outcome: { ...tally, because: 'removed' } } : undefined;
  return {
    about: { title: 'A proposal', href: `/proposals/${proposalId}` },
    authorId: fact.byId,
    itemId: fact.itemId,
    // Somebody may have written another reason, or voted with one, since.
    removed: turn === removedAt || !saysAnything(whole) ? removed : undefined,
    writes: reasonRemoval(fact, act, ended),
    finish: async () => {
      const { versions, votes } = await wholeProposal(proposalId, { strong: true });
      for (const version of versions) await emptyVersion(version);
      for (const vote of votes) await emptyVote(vote);
      await emptyMade(fact);
      const target = targetText({ what: 'proposals', id: proposalId });
      if (isEdit) await takeOffQuotes(target, `Proposal: ${removedTitle}`);
    },
  };
}

const saysAnything = ({ versions, votes }: WholeProposal) =>
  [...versions, ...votes].some(({ reason }) => reason !== '');
