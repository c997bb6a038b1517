import { Link } from 'wouter';
import { daysLong, shortDay } from './days.ts';
import styles from './highlights.module.css';
import type { Year } from './queries.ts';

/** The first and the last of a year, and what took the shortest and the longest. */
export function Highlights({ one }: { one: Year['kinds'][number] }) {
  const { first, last, shortest, longest } = one;
  if (!first || !last || one.finished < 2) return null;
  const day = ({ finished }: typeof first) => shortDay(finished, false);
  const long = ({ days = 0 }: typeof first) => daysLong(days);
  const lines = [
    { term: 'First', reading: first, said: day(first) },
    { term: 'Last', reading: last, said: day(last) },
    ...(shortest && longest && shortest.days !== longest.days
      ? [
          { term: 'Shortest', reading: shortest, said: long(shortest) },
          { term: 'Longest', reading: longest, said: long(longest) },
        ]
      : []),
  ];
  return (
    <dl className={styles.highlights}>
      {lines.map(({ term, reading, said }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <Link href={`/i/${reading.item.id}`}>{reading.item.title}</Link> <span>{said}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
