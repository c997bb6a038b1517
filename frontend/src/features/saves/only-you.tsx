import styles from './only-you.module.css';

/** Says that nobody else sees this. */
export function OnlyYou() {
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M3.500 7.500h9v7h-9z" />
        <path d="M5.500 7.500v-2.500a2.500 2.500 0 0 1 5 0v2.500" fill="none" />
      </svg>
      only you
    </span>
  );
}
