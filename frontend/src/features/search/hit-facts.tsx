import type { ReactNode } from 'react';
import { inPlace } from '../../ui/in-place.tsx';
import styles from './search.module.css';

/** What is known of a hit in short, with a dot between. */
export function HitFacts({ children }: { children: readonly ReactNode[] }) {
  const facts = children.filter(Boolean);
  return (
    <p className={styles.facts}>
      {inPlace(facts, (fact) => (
        <span>{fact}</span>
      ))}
    </p>
  );
}
