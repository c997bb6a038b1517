import { Link } from 'wouter';
import { normaliseTag } from '#shared/tags/rules.ts';
import { counted } from '../../ui/numbers.ts';
import { SynonymProposals } from './synonym-proposals.tsx';
import { useRelated, useSynonyms } from './synonyms.ts';
import styles from './tag-notes.module.css';

const tagPage = (tag: string) => `/t/${encodeURIComponent(tag)}`;

/** What is known of a tag: its better name, what it is also called, and which tags stand beside it. */
export default function TagNotes({ tag: written }: { tag: string }) {
  const tag = normaliseTag(written);
  const synonyms = useSynonyms(tag).data;
  const related = useRelated(tag).data;
  return (
    <div className={styles.notes}>
      {synonyms?.better && (
        <p className={styles.better}>
          The better name of this tag is{' '}
          <Link href={tagPage(synonyms.better)} rel="tag">
            {synonyms.better}
          </Link>
          . Nothing is moved by itself.
        </p>
      )}
      {synonyms && synonyms.alsoCalled.length > 0 && (
        <p>
          Also called:{' '}
          {synonyms.alsoCalled.map((other, index) => (
            <span key={other}>
              {index > 0 && ', '}
              <Link href={tagPage(other)}>{other}</Link>
            </span>
          ))}
        </p>
      )}
      {related && related.tags.length > 0 && (
        <p>
          Often with{' '}
          {related.tags.slice(0, 12).map(({ tag: other, count }, index) => (
            <span key={other}>
              {index > 0 && ', '}
              <Link href={tagPage(other)} title={`on ${count} of the latest ${counted(related.sample, 'save')}`}>
                {other}
              </Link>
            </span>
          ))}
        </p>
      )}
      {synonyms && <SynonymProposals tag={tag} synonyms={synonyms} />}
    </div>
  );
}
