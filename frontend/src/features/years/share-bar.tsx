import styles from './share-bar.module.css';

/** A share of something as a bar; what it is stands beside it in words. */
export function ShareBar({ share, done = false }: { share: number; done?: boolean }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} width="100" height="10" />
      <rect className={styles.share} data-done={done || undefined} width={Math.min(1, share) * 100} height="10" />
    </svg>
  );
}
