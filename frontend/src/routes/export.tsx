import { Link } from 'wouter';
import { ExportList } from '../features/exports/export-list.tsx';
import { SignedReviews } from '../features/exports/signed-reviews.tsx';
import { WithHandle } from '../features/people/guard.tsx';
import { Heading } from '../ui/heading.tsx';
import styles from './export.module.css';

export default function ExportRoute() {
  return (
    <>
      <Heading title="Take yours with you" />
      <p className={styles.intro}>
        What you saved and wrote, as files that other places read. Private saves are in them, since they are yours: keep
        the files where only you look. What everybody gave in public is under{' '}
        <Link href="/take-away">Take it away</Link>.
      </p>
      <WithHandle toDo="export what is yours" back="/export">
        <ExportList />
        <SignedReviews />
      </WithHandle>
    </>
  );
}
