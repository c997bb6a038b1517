import { readingsOf } from 'virtual:readings';
import { shelvesOf } from 'virtual:shelves';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { SaveCard } from '#shared/saves/schema.ts';
import styles from './current-readings.module.css';
import { said } from './progress-chart.tsx';
import { useShelf } from './queries.ts';
import { ShareBar } from './share-bar.tsx';

/** Kinds that are read page by page, with the shelf on which they stand meanwhile. */
const shelves = (Object.keys(readingsOf) as KindName[]).flatMap((kind) => {
  const shelf = shelvesOf[kind].find(({ stage }) => stage === 'current');
  return shelf ? [{ kind, shelf: shelf.key }] : [];
});
const atMost = 6;

type Props = { handle: string; mine: boolean; picture: (item: SaveCard['item']) => ReactNode };

/** What somebody is reading, and how far they are. Nothing where there is nothing. */
export function CurrentReadings(props: Props) {
  return shelves.map(({ kind, shelf }) => <OnShelf key={kind} kind={kind} shelf={shelf} {...props} />);
}

function OnShelf({ handle, mine, picture, kind, shelf }: Props & { kind: KindName; shelf: string }) {
  const entries = useShelf(handle, kind, shelf, mine).data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <section className={styles.current} aria-label="Currently reading">
      <h2>Currently reading</h2>
      <ul>
        {entries.slice(0, atMost).map(({ item, reading, private: isPrivate }) => (
          <li key={item.id}>
            {picture(item)}
            <div>
              <Link href={`/i/${item.id}`}>{item.title}</Link>
              {reading?.last && <p>{said(reading.last)}</p>}
              {reading?.last?.percent !== undefined && <ShareBar share={reading.last.percent / 100} done />}
              {isPrivate && <p>only you see it</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
