import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Hold } from '#shared/holds/schema.ts';
import { Hour } from '../../ui/hour.tsx';
import styles from './holds.module.css';
import { reasons, waysOut } from './reasons.ts';

type Props = {
  of: ReactNode;
  hold: Hold;
  /** It is the reader’s own. */
  mine?: boolean;
};

/** That a vote or a review does not count yet, by which rule, and until when or until what. */
export function HoldMark({ of, hold, mine = false }: Props) {
  const { rule, until, like } = hold;
  const way = waysOut[rule];
  return (
    <p className={styles.mark} data-held={rule}>
      {of}{' '}
      {way ? (
        'does not count: '
      ) : (
        <>
          counts from <Hour at={until} />:{' '}
        </>
      )}
      {reasons[rule].one}
      {like && (
        <>
          , <Link href={`/r/${like}`}>this one</Link>
        </>
      )}{' '}
      (<Link href="/how-ranking-works#waiting">the rule</Link>).{mine && way && ` ${way}`}
    </p>
  );
}
