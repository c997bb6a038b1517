import type { Opening } from '#shared/places/schema.ts';
import { useNow } from '../../client/now.ts';
import { openWords } from './open-words.ts';
import styles from './places.module.css';

/** Whether a place is open now, and until or from when, by its own clocks. */
export function OpenNow({ opening }: { opening: Pick<Opening, 'stretches' | 'until' | 'zone'> }) {
  const words = openWords(opening, useNow());
  if (!words) return null;
  return (
    <span className={styles.now}>
      <strong data-is={words.is}>{words.short}</strong>
      {words.more && <span> · {words.more}</span>}
    </span>
  );
}
