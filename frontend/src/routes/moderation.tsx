import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { ActLine } from '../features/moderation/act-line.tsx';
import styles from '../features/moderation/moderation.module.css';
import { useActs, useAmSteward, useSteward } from '../features/moderation/queries.ts';
import { Button } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import pages from './moderation.module.css';

const FlaggedList = lazy(() => import('../features/moderation/flagged-list.tsx'));

export default function ModerationRoute() {
  const found = useActs();
  const acts = (found.data?.pages ?? []).flat();
  return (
    <div className={pages.page}>
      <Heading title="Moderation" />
      <p className={pages.lead}>
        Everything that was done here to what people wrote, and to who may write: by which rule or by whom, why, and
        what people think of it.
      </p>
      <Rules />
      <ForSteward />
      <h2 id="log">The log</h2>
      {!found.data && found.error === undefined && (
        <>
          <Loading what="the log" />
          {standIns(4).map((row) => (
            <p key={row} aria-hidden="true">
              <Bone width={40} />
            </p>
          ))}
        </>
      )}
      {acts.length > 0 && (
        <ol className={styles.acts}>
          {acts.map((act) => (
            <ActLine key={act.id} act={act} />
          ))}
        </ol>
      )}
      {found.data && acts.length === 0 && <Notice title="Nothing was ever folded, removed or banned here" />}
      {found.error !== undefined && <Failure error={found.error} retry={found.data ? found.more : found.reload} />}
      {found.data?.next && (
        <p>
          <Button look="plain" busy={found.loading} onClick={found.more}>
            Earlier
          </Button>
        </p>
      )}
      {found.data && <FeedLinks of="/moderation" about="Moderation" />}
    </div>
  );
}

function ForSteward() {
  if (!useAmSteward()) return null;
  return (
    <Suspense fallback={null}>
      <FlaggedList />
    </Suspense>
  );
}

function Rules() {
  const steward = useSteward();
  return (
    <>
      <p>
        Anybody may flag what is not their own. Flags of enough different people fold it: 2 on a young site, 3 from 50
        people on, 5 from 1,000 on, where the flag of somebody new does not weigh and that of somebody{' '}
        <Link href="/how-trust-works">trusted</Link> weighs double. What is folded can still be read, behind a line that
        says why. A folded review counts in no number, a folded item is in no ranking, a folded list in no list of
        lists.
      </p>
      <p>
        It unfolds when flags are taken back, when as many more people disagree as it took to fold it, or when an appeal
        passes. After that it takes twice as many flags. Who flagged is never shown.
      </p>
      <p>
        {steward.data ? (
          <>
            The steward of this site is <Link href={`/@${steward.data.handle}`}>@{steward.data.handle}</Link>, who
            answers for it before the law.
          </>
        ) : steward.data === null ? (
          'This site has no steward at present: whoever deployed it names one.'
        ) : (
          <Bone width={28} />
        )}{' '}
        A steward can take a text away that the law does not let stand, and ban a person from writing for some days;
        both are in the log, with the reason. People can lift a ban by disagreeing with it. Who is banned still reads,
        takes back and exports what they gave, and appeals.
      </p>
    </>
  );
}
