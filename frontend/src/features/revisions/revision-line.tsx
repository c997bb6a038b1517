import { Link } from 'wouter';
import type { Revision } from '#shared/revisions/schema.ts';
import { exactCount } from '../../ui/numbers.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './revisions.module.css';

const deeds: Partial<Record<Revision['did'], string>> = {
  created: 'added it',
  reverted: 'brought it back',
  undone: 'undid a change',
  merged: 'merged it into another item',
  unmerged: 'took a merge apart',
  removed: 'removed it',
  restored: 'restored it',
};

/** Who made a revision, when, and what they said of it. */
export function RevisionLine({ itemId, revision }: { itemId: string; revision: Revision }) {
  const { n, at, by, summary, minor, did, delta, proposal, newcomer, patrolled, reverted, removed, folded } = revision;
  const deed = deeds[did];
  return (
    <>
      <Link href={`/i/${itemId}/history/${n}`} className={styles.number}>
        Revision {n}
      </Link>{' '}
      <TimeAgo at={at} /> by {by ? <Link href={`/@${by}`}>@{by}</Link> : 'a former member or the site'}
      {newcomer && <span className={styles.mark}> · new here</span>}
      {deed && ` · ${deed}`}
      {minor && <span className={styles.mark}> · minor</span>}
      {delta !== 0 && (
        <span className={styles.delta} data-more={delta > 0}>
          {' '}
          · {delta > 0 ? '+' : '−'}
          {exactCount(Math.abs(delta))} bytes
        </span>
      )}
      {proposal && (
        <>
          {' '}
          · from a <Link href={`/proposals/${proposal}`}>proposal</Link>
        </>
      )}
      {reverted && reverted.to > reverted.from && ` · takes back ${reverted.from} to ${reverted.to}`}
      {patrolled && <span className={styles.mark}> · looked at</span>}
      {removed && <span className={styles.mark}> · what it said was removed</span>}
      {folded && (
        <span className={styles.mark}>
          {' '}
          · <Link href={`/moderation/${folded.act}`}>folded by flags</Link>
        </span>
      )}
      {summary && !folded && <span className={styles.summary}>{summary}</span>}
    </>
  );
}
