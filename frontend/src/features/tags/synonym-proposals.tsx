import { Link } from 'wouter';
import { Day } from '../../ui/time-ago.tsx';
import type { Synonyms } from './synonyms.ts';
import styles from './tag-notes.module.css';

/** What is in force of a tag's names, with the proposals that made it so, and the way to propose something else. */
export function SynonymProposals({ tag, synonyms }: { tag: string; synonyms: Synonyms }) {
  const name = encodeURIComponent(tag);
  return (
    <details>
      <summary>Synonyms</summary>
      {synonyms.synonyms.length > 0 && (
        <ul className={styles.proposals}>
          {synonyms.synonyms.map(({ tag: better, other, at, proposal }) => (
            <li key={`${better} ${other}`}>
              <span>
                <strong>{better}</strong> for {other}, since <Day day={at} />
              </span>
              <Link href={`/proposals/${proposal}`}>The proposal</Link>
              <Link
                href={`/proposals/new?what=synonym&tag=${encodeURIComponent(better)}&other=${encodeURIComponent(other)}&end=1`}
              >
                Propose to end it
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        A better name is proposed, and decided like everything that concerns all. Suggestions then offer it; tags that
        are on things stay as they are, and <Link href="/my-tags">your own tags</Link> are yours to rename.
      </p>
      <p>
        <Link href={`/proposals/new?what=synonym&tag=${name}`}>Propose a tag that means the same</Link>
      </p>
    </details>
  );
}
