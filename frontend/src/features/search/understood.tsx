import { Link } from 'wouter';
import type { Reading } from '#shared/ask/schema.ts';
import { searchAddress } from './address.ts';
import { NearMe } from './near-me.tsx';
import styles from './search.module.css';

/** What a question was taken to mean, word by word. */
export function Understood({ question, reading }: { question: string; reading: Reading }) {
  const { parts, left, query, wantsPosition } = reading;
  const leftAside = parts.filter(({ sets, means }) => sets.length === 0 && /left aside/.test(means));
  return (
    <div className={styles.understood}>
      {leftAside.map(({ text, means }) => (
        <p key={text}>
          “{text}”: {means}.
        </p>
      ))}
      <details>
        <summary>How this was understood</summary>
        <ul>
          {parts.map(({ text, means }) => (
            <li key={text + means}>
              “{text}”: {means}
            </li>
          ))}
          {left && <li>“{left}”: words to look for</li>}
        </ul>
        {reading.by === 'model' && <p>A language model read the question. What was found is from this site alone.</p>}
      </details>
      {wantsPosition && !query.near && <NearMe asked={query} label="Use where I am" />}
      <p>
        <Link href={searchAddress({ q: question })}>Search for these words as they are</Link>
      </p>
    </div>
  );
}

/** What it might mean beside the words that were searched; a kind or tag alone is told by the filters already. */
export function Offered({ reading: { parts, query } }: { reading: Reading }) {
  const telling = parts.filter(({ sets }) => sets.length > 0);
  if (telling.length < 2 && !telling.some(({ sets }) => sets.some((name) => name !== 'kind' && name !== 'tags')))
    return null;
  return (
    <p>
      Or search for:{' '}
      <Link href={searchAddress(query)}>
        {[...telling.map(({ means }) => means), query.q && `“${query.q}”`].filter(Boolean).join(', ')}
      </Link>
    </p>
  );
}
