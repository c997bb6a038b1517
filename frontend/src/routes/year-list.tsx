import { useState } from 'react';
import { Link } from 'wouter';
import { kindCards } from '../features/items/kinds/registry.ts';
import { daysLong, shortDay } from '../features/years/days.ts';
import type { Year } from '../features/years/queries.ts';
import { Button } from '../ui/button.tsx';
import { Picture } from '../ui/picture.tsx';
import { Stars } from '../ui/stars.tsx';
import styles from './year.module.css';

/** How many stand there before the rest is asked for. */
const atFirst = 30;

/** What was finished in a year, the last first. */
export function YearList({ readings, year }: { readings: Year['readings']; year: string }) {
  const [all, setAll] = useState(false);
  // The same item may have been finished twice on one day; the list stays as it is.
  const numbered = readings.map((reading, number) => ({ ...reading, key: `${number} ${reading.item.id}` }));
  const shown = all ? numbered : numbered.slice(0, atFirst);
  return (
    <>
      <ol className={styles.list} aria-label={`Finished in ${year}`}>
        {shown.map(({ item, finished, days, rating, private: isPrivate, key }) => (
          <li key={key}>
            <Picture src={item.picture} shape={kindCards[item.kind].picture} fallback={kindCards[item.kind].glyph} />
            <div>
              <Link href={`/i/${item.id}`}>{item.title}</Link>
              {item.byline && <p className={styles.byline}>{item.byline}</p>}
              <p className={styles.facts}>
                {rating !== undefined && <Stars value={rating} />}
                <span>{shortDay(finished, false)}</span>
                {days !== undefined && days > 1 && <span>{daysLong(days)}</span>}
                {isPrivate && <span className={styles.only}>only you see it</span>}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {shown.length < readings.length && (
        <p>
          <Button look="plain" onClick={() => setAll(true)}>
            All {readings.length}
          </Button>
        </p>
      )}
    </>
  );
}
