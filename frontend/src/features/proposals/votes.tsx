import { Link } from 'wouter';
import type { Proposal, ProposalVote } from '#shared/proposals/schema.ts';
import { call } from '../../client/call.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import form from '../../ui/form.module.css';
import { Markdown } from '../../ui/markdown.tsx';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './proposals.module.css';
import { refreshProposal } from './queries.ts';

const saidTo = { for: 'is for it', against: 'is against it', block: 'blocks it' } as const;

function By({ handle }: { handle: string | null }) {
  return handle === null ? <>A former member</> : <Link href={`/@${handle}`}>@{handle}</Link>;
}

/** Who said what, and why; those on earlier versions are shown as such. */
export function Votes({ proposal, votes }: { proposal: Proposal; votes: readonly ProposalVote[] }) {
  return (
    <section aria-labelledby="votes">
      <h2 id="votes">Votes and their reasons</h2>
      <ul className={styles.votes}>
        <li>
          <p className={styles.said}>
            <By handle={proposal.by} /> proposed it, and so is for it.
          </p>
        </li>
        {votes.map((vote) => (
          <li key={`${vote.by}${vote.at}${vote.vote}`} data-vote={vote.vote} data-counts={vote.counts}>
            <p className={styles.said}>
              <By handle={vote.by} /> {saidTo[vote.vote]}
              {!vote.counts && ` (on version ${vote.version}; it does not count for this one)`} ·{' '}
              <TimeAgo at={vote.at} />
            </p>
            {vote.reason && <Markdown text={vote.reason} />}
            {vote.vote === 'block' && <OnBlock proposal={proposal} block={vote} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A block, whether it stands, and what others say of it. */
function OnBlock({ proposal, block }: { proposal: Proposal; block: ProposalVote }) {
  const session = useSession();
  const { by, overruled, overrule = [], uphold = [] } = block;
  if (by === null)
    return <p className={form.hint}>Who put it left, and can neither explain nor withdraw it: it counts as against.</p>;
  const me = session.signedIn ? session.handle : undefined;
  const mine = me && overrule.includes(me) ? 'overrule' : me && uphold.includes(me) ? 'uphold' : null;
  const upheld = uphold.length + 1;
  // As rules.ts has it: as many as the change takes, and twice those who uphold it.
  const needed = Math.max(proposal.quorum, 2 * upheld);
  const mayVote = proposal.state === 'open' && me !== by && me !== proposal.by;
  const say = (vote: 'overrule' | 'uphold') => {
    if (!session.signedIn) return signInFirst('say whether this block stands');
    call('voteOnBlock', {
      params: { proposalId: proposal.id, handle: by },
      body: { vote: mine === vote ? null : vote },
    })
      .then(() => refreshProposal(proposal.id))
      .catch(refused('It was not counted'));
  };
  return (
    <>
      <p className={form.hint}>
        {overruled
          ? `Overruled by ${overrule.length}: it counts as one vote against.`
          : `This block stands. ${overrule.length} of the ${needed} it takes want it overruled; ${upheld === 1 ? 'one upholds' : `${upheld} uphold`} it, who put it among them.`}
      </p>
      {mayVote && (
        <p className={form.actions}>
          <Button look="plain" aria-pressed={mine === 'overrule'} onClick={() => say('overrule')}>
            Overrule it
          </Button>
          <Button look="plain" aria-pressed={mine === 'uphold'} onClick={() => say('uphold')}>
            Uphold it
          </Button>
        </p>
      )}
    </>
  );
}
