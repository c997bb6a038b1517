import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Folded as Fold } from '#shared/moderation/schema.ts';
import { counted } from '../../ui/numbers.ts';
import styles from './moderation.module.css';
import { reasonNames } from './words.ts';

/** Something that is folded: a line that says by what, and the thing itself for whoever wants to read it. */
export function Folded({ folded, name, children }: { folded: Fold; name: string; children: ReactNode }) {
  return (
    <details className={styles.folded}>
      <summary>
        {name} folded by {counted(folded.flags, 'flag')}: {reasonNames[folded.reason]}. <span>Show</span>
      </summary>
      <p className={styles.why}>
        <FoldLink folded={folded} />
      </p>
      {children}
    </details>
  );
}

/** Where it is told why something is folded, and where one disagrees. */
export function FoldLink({ folded }: { folded: Fold }) {
  return <Link href={`/moderation/${folded.act}`}>Why, and what you think of it</Link>;
}

/** That a page as a whole is folded. */
export function FoldNote({ folded, effect }: { folded: Fold; effect: string }) {
  return (
    <p className={styles.note}>
      Folded by {counted(folded.flags, 'flag')}: {reasonNames[folded.reason]}. {effect} <FoldLink folded={folded} />.
    </p>
  );
}

/** That a text was taken away, in its place. */
export function RemovedNote({ act }: { act: string }) {
  return (
    <p className={styles.note}>
      The steward removed the text because of the law. <Link href={`/moderation/${act}`}>The log says why</Link>.
    </p>
  );
}
