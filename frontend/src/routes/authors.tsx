import { Link } from 'wouter';
import type { Answer } from '../client/call.ts';
import { useAuthors } from '../features/revisions/queries.ts';
import styles from '../features/revisions/revisions.module.css';
import { counted } from '../ui/numbers.ts';
import { TimeAgo } from '../ui/time-ago.tsx';
import { OfItem } from './of-item.tsx';

type Authors = Answer<'getAuthors'>;

/** Who wrote which line of an item's text. */
export default function AuthorsRoute({ itemId }: { itemId: string }) {
  const found = useAuthors(itemId);
  return (
    <OfItem itemId={itemId} over="Who wrote" title={found.data?.item.title} error={found.error} retry={found.reload}>
      {found.data &&
        (found.data.text ? (
          <Lines itemId={itemId} authors={found.data} />
        ) : (
          <p>
            Nobody wrote a text yet. <Link href={`/i/${itemId}/edit`}>Write it</Link>.
          </p>
        ))}
    </OfItem>
  );
}

const nameOf = (by: string | null | undefined) => (by ? `@${by}` : 'a former member');

function Lines({ itemId, authors: { text, runs, revisions } }: { itemId: string; authors: Authors }) {
  const lines = text.split('\n');
  const stretches: { n: number; from: number; text: string }[] = [];
  let from = 0;
  for (const { n, lines: count } of runs) {
    stretches.push({ n, from, text: lines.slice(from, from + count).join('\n') });
    from += count;
  }
  const byPerson = new Map<string, number>();
  for (const { n, text: own } of stretches) {
    const written = own.split('\n').filter((line) => line.trim() !== '').length;
    const name = nameOf(revisions[n]?.by);
    if (written > 0) byPerson.set(name, (byPerson.get(name) ?? 0) + written);
  }
  return (
    <>
      <ul className={styles.shares} aria-label="Lines by person">
        {[...byPerson]
          .sort(([, a], [, b]) => b - a)
          .map(([name, count]) => (
            <li key={name}>
              {name.startsWith('@') ? <Link href={`/${name}`}>{name}</Link> : name}: {counted(count, 'line')}
            </li>
          ))}
      </ul>
      <table className={styles.authors}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Who</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {stretches
            .filter(({ text: own }) => own.trim() !== '')
            .map(({ n, from: at, text: own }) => (
              <tr key={at}>
                <th scope="row">
                  {nameOf(revisions[n]?.by)} in <Link href={`/i/${itemId}/history/${n}`}>{n}</Link>
                  {revisions[n] && (
                    <>
                      , <TimeAgo at={revisions[n].at} />
                    </>
                  )}
                </th>
                <td>{own}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}
