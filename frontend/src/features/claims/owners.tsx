import { Link } from 'wouter';
import { Notice } from '../../ui/notice.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './claims.module.css';
import type { Claims } from './queries.ts';
import { endWords, proofSaid } from './words.ts';

const Named = ({ by }: { by: string | null }) =>
  by === null ? <>A former member</> : <Link href={`/@${by}`}>@{by}</Link>;

/** The owners of an item and how they showed it, with the way to object. */
export function Owners({ itemId, owners }: { itemId: string; owners: Claims['owners'] }) {
  if (owners.length === 0) return <Notice title="Nobody has shown that it is theirs" />;
  return (
    <ul className={styles.list}>
      {owners.map((owner) => (
        <li key={owner.id}>
          <Named by={owner.by} />, shown {proofSaid(owner)} <TimeAgo at={owner.at} />
          <p className={styles.fine}>
            {owner.missing ? (
              <>
                The proof is missing since <TimeAgo at={owner.missing} />: after three days the claim ends.
              </>
            ) : (
              owner.seen && (
                <>
                  The proof is looked at every day, last seen <TimeAgo at={owner.seen} />.
                </>
              )
            )}{' '}
            {owner.proposal && (
              <>
                <Link href={`/proposals/${owner.proposal}`}>The proposal</Link>.{' '}
              </>
            )}
            <Link href={`/proposals/new?what=unclaim&item=${itemId}&claim=${owner.id}`}>
              Not theirs? Propose to end it<span className="visually-hidden"> for {owner.by}</span>
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The latest claims that ended. */
export function PastOwners({ past }: { past: Claims['past'] }) {
  if (past.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="past-owners">
      <h2 id="past-owners">Earlier owners</h2>
      <ul className={styles.list}>
        {past.map((claim) => (
          <li key={claim.id + claim.ended.at}>
            <Named by={claim.by} />, shown {proofSaid(claim)} <TimeAgo at={claim.at} />
            <p className={styles.fine}>
              Ended <TimeAgo at={claim.ended.at} />: {endWords[claim.ended.why]}
              {claim.ended.proposal && (
                <>
                  {' '}
                  (<Link href={`/proposals/${claim.ended.proposal}`}>the proposal</Link>)
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
