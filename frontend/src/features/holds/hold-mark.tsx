import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Hold } from '#shared/holds/schema.ts';
import { Hour } from '../../ui/hour.tsx';
import styles from './holds.module.css';
import { reasons } from './reasons.ts';

/** That a vote or a review does not count yet, by which rule, and until when. */
export function HoldMark({ of, hold }: { of: ReactNode; hold: Hold }) {
  return (
    <p className={styles.mark} data-held={hold.rule}>
      {of} counts from <Hour at={hold.until} />: {reasons[hold.rule].one} (
      <Link href="/how-ranking-works#waiting">the rule</Link>).
    </p>
  );
}
