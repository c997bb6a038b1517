import { Link } from 'wouter';
import { ProblemError } from '../client/problem.ts';
import { About } from '../features/moderation/act-line.tsx';
import { ActVotes } from '../features/moderation/act-votes.tsx';
import styles from '../features/moderation/moderation.module.css';
import { useAct } from '../features/moderation/queries.ts';
import { deedWords, doerOf, reasonsSaid } from '../features/moderation/words.ts';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Bone, Loading } from '../ui/skeleton.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import pages from './moderation.module.css';
import { WayOn } from './way-on.tsx';

export default function ActRoute({ actId }: { actId: string }) {
  const { data: act, error, reload } = useAct(actId);
  if (error !== undefined) {
    const gone = error instanceof ProblemError && error.status < 500;
    return (
      <>
        <Heading title={gone ? 'No such act of moderation' : 'This page did not load'} />
        <Failure error={error} retry={reload} />
        {gone && <WayOn href="/moderation">To the log of moderation</WayOn>}
      </>
    );
  }
  if (!act)
    return (
      <>
        <Loading what="the act" />
        <Bone width={28} tall />
      </>
    );
  const { did, about, at, flags, words, until, undone, undoes, proposal } = act;
  return (
    <div className={pages.page}>
      <p className={pages.of}>
        <Link href="/moderation">Moderation</Link>
      </p>
      <Heading title={`${deedWords[did]}: ${about.title}`}>
        {deedWords[did]}: <About about={about} />
      </Heading>
      <p>
        <TimeAgo at={at} />, {doerOf(act)}
        {until && `, until ${until.slice(0, 10)}`}.
      </p>
      {words && <blockquote className={styles.words}>{words}</blockquote>}
      {flags && (
        <p>
          {flags.count === 1 ? 'One flag' : `${flags.count} flags`} that weighed {flags.weight} of the {flags.needs} it
          takes{flags.count > 0 ? `: ${reasonsSaid(flags.reasons)}` : ''}.
        </p>
      )}
      {undoes && (
        <p>
          It undid <Link href={`/moderation/${undoes}`}>an act before</Link>.
        </p>
      )}
      {proposal && (
        <p>
          It follows from <Link href={`/proposals/${proposal}`}>an appeal that passed</Link>.
        </p>
      )}
      {undone && (
        <p className={styles.note}>
          Undone since: <Link href={`/moderation/${undone}`}>how</Link>.
        </p>
      )}
      <ActVotes act={act} />
      {(did === 'folded' || did === 'banned') && !undone && (
        <p>
          <Link href={`/proposals/new?what=appeal&act=${act.id}`}>Appeal against it</Link>: it is undone where nobody
          objects in time.
        </p>
      )}
      <p>
        <Link href={`/talk/acts/${act.id}`}>Talk about it</Link>
      </p>
    </div>
  );
}
