import { useDeferredValue, useMemo } from 'react';
import { compareTexts } from '#shared/revisions/compare.ts';
import { TextChanges } from './comparison.tsx';
import styles from './revisions.module.css';

/** What somebody is changing of a text, while it is written. */
export default function OwnChanges({ was, text }: { was: string; text: string }) {
  const written = useDeferredValue(text);
  const changes = useMemo(() => compareTexts(was, written), [was, written]);
  if (changes.hunks.length === 0 && !changes.tooDifferent)
    return <p className={styles.note}>Nothing of the text is changed yet.</p>;
  return <TextChanges changes={changes} look="inline" />;
}
