import { lazy, Suspense } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { beginningOf, wordsOf } from '#shared/lists/rules.ts';
import { call } from '../client/call.ts';
import { ProblemError } from '../client/problem.ts';
import { useSession } from '../client/session.ts';
import { Flag } from '../features/moderation/flag.tsx';
import { RemovedNote } from '../features/moderation/folded.tsx';
import { Fate } from '../features/proposals/fate.tsx';
import { ProposalCards, StateMark } from '../features/proposals/proposal-cards.tsx';
import styles from '../features/proposals/proposals.module.css';
import {
  type ProposalPage,
  refreshProposal,
  startContent,
  useProposal,
  useProposalsAbout,
  useProposedContent,
} from '../features/proposals/queries.ts';
import { VoteForm } from '../features/proposals/vote-form.tsx';
import { Votes } from '../features/proposals/votes.tsx';
import { whatSaid } from '../features/proposals/words.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import cards from '../ui/cards.module.css';
import form from '../ui/form.module.css';
import { Heading } from '../ui/heading.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Failure } from '../ui/notice.tsx';
import { refused } from '../ui/refusal.ts';
import { Bone, Loading } from '../ui/skeleton.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import { say } from '../ui/toasts.ts';
import { Covered } from './covered.tsx';
import { ProposedChange } from './proposed-change.tsx';
import Thread from './thread-of.tsx';
import { WayOn } from './way-on.tsx';

const MyOdds = lazy(() => import('../features/odds/my-odds.tsx'));

const WatchButton = lazy(() => import('../features/watches/watch-button.tsx'));

/** One proposal: what would change and why, what becomes of it, who says what of it. */
export default function ProposalRoute({ proposalId }: { proposalId: string }) {
  const asked = new URLSearchParams(useSearch()).get('version') ?? '';
  const version = /^[1-9]\d{0,3}$/.test(asked) ? asked : '';
  startContent(proposalId, version);
  const found = useProposal(proposalId);
  const content = useProposedContent(proposalId, version);
  if (!found.data) {
    if (found.error === undefined)
      return (
        <>
          <Heading title="Proposal">
            <Bone width={28} tall />
          </Heading>
          <Loading what="the proposal" />
        </>
      );
    const gone = found.error instanceof ProblemError && found.error.status < 500;
    return (
      <>
        <Heading title={gone ? 'No such proposal' : 'This page did not load'} />
        <Failure error={found.error} retry={found.reload} />
        {gone && <WayOn href="/proposals">To all proposals</WayOn>}
      </>
    );
  }
  const { proposal, votes } = found.data;
  const { about, by, at, reason, licence, state, removed } = proposal;
  return (
    <article className={styles.page}>
      <p className={styles.said}>
        <Link href="/proposals">Proposals</Link> · <StateMark state={state} />
      </p>
      <Heading title={about.title} />
      <p className={cards.facts}>
        {whatSaid(proposal.change)}. About <Link href={about.href}>{hrefSaid(about.href)}</Link>; proposed{' '}
        <TimeAgo at={at} /> by {by ? <Link href={`/@${by}`}>@{by}</Link> : 'a former member'} · {licence}
      </p>
      <Fate page={found.data} />
      <div className={form.actions}>
        <Suspense fallback={null}>
          <WatchButton what="proposals" target={proposalId} name={about.title} />
        </Suspense>
        <Flag what="proposals" target={proposalId} name={`the proposal ${about.title}`} by={by} />
      </div>
      <section aria-labelledby="why">
        <h2 id="why">Why</h2>
        <Covered folded={proposal.folded} name="The reason">
          {removed && <RemovedNote act={removed} />}
          <Markdown text={reason} />
        </Covered>
      </section>
      <section aria-labelledby="change">
        <h2 id="change">What would change</h2>
        {version !== '' && Number(version) !== proposal.version && (
          <p className={form.hint}>
            This is version {version}. <Link href={`/proposals/${proposalId}`}>See the latest, {proposal.version}</Link>
            .
          </p>
        )}
        {content.error !== undefined && <Failure error={content.error} retry={content.reload} />}
        <Covered folded={proposal.folded} name="What it would change">
          <ProposedChange proposal={proposal} content={content.data} />
        </Covered>
      </section>
      <Own page={found.data} />
      <Votes proposal={proposal} votes={votes} />
      <Mine page={found.data} />
      <section aria-labelledby="talk">
        <h2 id="talk">Discussion</h2>
        <p className={form.hint}>About the proposal as a whole, or a line of it.</p>
        <Thread at={{ what: 'proposals', target: proposalId }} />
      </section>
      <Versions page={found.data} shown={version} />
      {proposal.itemId && <Related itemId={proposal.itemId} proposalId={proposalId} />}
    </article>
  );
}

const hrefSaid = (href: string) =>
  href.startsWith('/i/')
    ? 'the page'
    : href.startsWith('/t/')
      ? 'tags'
      : href.startsWith('/moderation')
        ? 'moderation'
        : 'the site';

/** My vote, while votes are taken. */
function Mine({ page: { proposal, votes } }: { page: ProposalPage }) {
  const session = useSession();
  const me = session.signedIn ? session.handle : undefined;
  if (proposal.state !== 'open' || (me && me === proposal.by)) return null;
  const mine = me ? votes.find(({ by }) => by === me) : undefined;
  return <VoteForm key={`${mine?.at} ${mine?.vote}`} proposal={proposal} mine={mine} />;
}

/** What who proposed it may do: put a new version forward, or withdraw it; and how it is taken back once it was made. */
function Own({ page: { proposal } }: { page: ProposalPage }) {
  const session = useSession();
  const [, navigate] = useLocation();
  const { id, state, by, change, itemId, revision, revertible } = proposal;
  const isMine = session.signedIn && by !== null && session.handle === by;
  const isUndecided = state === 'open' || state === 'accepted';
  const withdraw = () => {
    call('withdrawProposal', { params: { proposalId: id } })
      .then(() => refreshProposal(id))
      .then(() => say('It is withdrawn.'))
      .catch(refused('It was not withdrawn'));
  };
  if (isMine && isUndecided)
    return (
      <>
        {change.what === 'edit' && (
          <Suspense>
            <MyOdds itemId={change.itemId} />
          </Suspense>
        )}
        <p className={form.actions}>
          {change.what === 'edit' && (
            <ButtonLink look="plain" href={`/proposals/new?what=edit&item=${change.itemId}&revises=${id}`}>
              Send a new version
            </ButtonLink>
          )}
          <Button look="plain" onClick={withdraw}>
            Withdraw it
          </Button>
        </p>
      </>
    );
  if (state === 'applied' && change.what === 'edit' && itemId && revision)
    return (
      <p className={form.actions}>
        <ButtonLink look="plain" href={`/i/${itemId}/diff/${revision - 1}/${revision}`}>
          See the change, or take it back
        </ButtonLink>
      </p>
    );
  if (!revertible) return null;
  const revert = () => {
    call(
      'revertProposal',
      { params: { proposalId: id }, body: { reason: 'It should be as it was before.' } },
      { idempotencyKey: crypto.randomUUID() },
    )
      .then(({ proposal: opposite }) => navigate(`/proposals/${opposite.id}`))
      .catch(refused('It was not proposed'));
  };
  return (
    <p className={form.actions}>
      <Button look="plain" onClick={revert}>
        Propose to take it back
      </Button>
    </p>
  );
}

function Versions({ page: { proposal, versions }, shown }: { page: ProposalPage; shown: string }) {
  if (versions.length < 2) return null;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ol className={styles.versions}>
        {versions.map(({ version, at, reason }) => (
          <li key={version}>
            <Link
              href={
                version === proposal.version
                  ? `/proposals/${proposal.id}`
                  : `/proposals/${proposal.id}?version=${version}`
              }
              aria-current={String(version) === (shown || String(proposal.version)) ? 'true' : undefined}
            >
              Version {version}
            </Link>
            , <TimeAgo at={at} />
            {/* A list has no room to unfold anything. */}
            {!proposal.folded && reason && `: ${beginningOf(wordsOf(reason), 160).text}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What else is proposed about the same item. */
function Related({ itemId, proposalId }: { itemId: string; proposalId: string }) {
  const found = useProposalsAbout('items', itemId);
  const others = (found.data?.pages ?? []).flat().filter(({ id }) => id !== proposalId);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="related">
      <h2 id="related">Other proposals about the same</h2>
      <ProposalCards proposals={others.slice(0, 10)} level={3} />
      <p>
        <Link href={`/i/${itemId}/proposals`}>All of them</Link>
      </p>
    </section>
  );
}
