import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { call } from '../../client/call.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import form from '../../ui/form.module.css';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { say } from '../../ui/toasts.ts';
import styles from './proposals.module.css';
import { type ProposalPage, refreshProposal } from './queries.ts';
import { fateOf, hoursSaid, stateLabels, tallySaid, whyDecided } from './words.ts';

/** What becomes of a proposal, or became of it, and why: in a line, with the rule. */
export function Fate({ page }: { page: ProposalPage }) {
  const { proposal, verdict, tally } = page;
  const { state, stuck, quorum, hours } = proposal;
  if (verdict) {
    const isDue = verdict.result !== 'wait';
    return (
      <Box tone={verdict.missing.blocks > 0 || verdict.result === 'refuse' ? 'refused' : undefined}>
        <p>{fateOf(proposal, verdict)}</p>
        <p className={form.hint}>
          {tallySaid(tally)}. It takes {quorum === 1 ? 'one person' : `${quorum} people`} for it, more than against it,
          no block, and {hoursSaid(hours)}; who proposed it counts. <Link href="/proposals#rule">The rule</Link>
        </p>
        {isDue && <Decide proposalId={proposal.id} />}
      </Box>
    );
  }
  const why = whyDecided(proposal);
  return (
    <Box tone={state === 'applied' ? undefined : 'refused'}>
      <p>
        {stateLabels[state]}
        {why && `: ${why}`}
        {proposal.decidedAt && (
          <>
            , <TimeAgo at={proposal.decidedAt} />
          </>
        )}
        .
      </p>
      {state === 'accepted' && stuck && (
        <>
          <p>It was consented to, but could not be made: {stuck.detail}.</p>
          <p className={form.hint}>Who proposed it may send a new version, or it is tried again as it is.</p>
          <Decide proposalId={proposal.id} />
        </>
      )}
      <Became page={page} />
    </Box>
  );
}

/** Where to see what became of it. */
function Became({ page: { proposal } }: { page: ProposalPage }) {
  const { itemId, revision, revertedIn, revertedBy, reverts } = proposal;
  return (
    <>
      {itemId && revision && (
        <p>
          It became <Link href={`/i/${itemId}/history/${revision}`}>revision {revision}</Link> of{' '}
          <Link href={proposal.about.href}>the page</Link>.
        </p>
      )}
      {itemId && revertedIn && (
        <p>
          <Link href={`/i/${itemId}/history/${revertedIn}`}>Revision {revertedIn}</Link> took it back.
        </p>
      )}
      {revertedBy && (
        <p>
          <Link href={`/proposals/${revertedBy}`}>Another proposal</Link> took it back.
        </p>
      )}
      {reverts && (
        <p>
          It takes back <Link href={`/proposals/${reverts}`}>an earlier proposal</Link>.
        </p>
      )}
    </>
  );
}

function Box({ tone, children }: { tone: 'refused' | undefined; children: ReactNode }) {
  return (
    <div className={styles.fate} data-tone={tone} data-testid="fate">
      {children}
    </div>
  );
}

/** What is due is decided within the hour; anybody may have it done at once. */
function Decide({ proposalId }: { proposalId: string }) {
  const session = useSession();
  const decide = () => {
    if (!session.signedIn) return signInFirst('have this decided');
    call('decideProposal', { params: { proposalId } })
      .then(({ proposal }) => {
        say(`${stateLabels[proposal.state]}.`);
        return refreshProposal(proposalId);
      })
      .catch(refused('It was not decided'));
  };
  return (
    <p>
      <Button look="plain" onClick={decide}>
        Decide it now
      </Button>
    </p>
  );
}
