import { useState } from 'react';
import type { ReadingWords } from '#shared/items/kind.ts';
import { readingDays } from '#shared/saves/readings.ts';
import type { Reading, Save } from '#shared/saves/schema.ts';
import { refused } from '../../ui/refusal.ts';
import { daysLong, shortDay } from './days.ts';
import { ProgressChart, said } from './progress-chart.tsx';
import { type Change, removeProgress } from './queries.ts';
import { ReadingForm } from './reading-form.tsx';
import styles from './readings.module.css';

type Props = {
  save: Save;
  /** Its place among the readings. */
  at: number;
  words: ReadingWords;
  busy: boolean;
  change: (next: Change) => Promise<boolean>;
  onChanged: (save: Save) => void;
};

/** One reading: its days, which may be changed, and what was noted on the way. */
export function ReadingEntry({ save, at, words, busy, change, onChanged }: Props) {
  const [editing, setEditing] = useState(false);
  const reading = save.readings[at];
  if (!reading) return null;
  const { progress = [], finished, stopped } = reading;
  const over = finished !== undefined || stopped;
  // What changed meanwhile elsewhere stands at another place: then this one is left alone.
  const replace = (next: Reading | undefined) =>
    change(({ readings }) => {
      const place = readings.findIndex((one) => JSON.stringify(one) === JSON.stringify(reading));
      if (place < 0) return { readings };
      return { readings: next ? readings.with(place, next) : readings.toSpliced(place, 1) };
    });
  const takeBack = (day: string) =>
    void removeProgress(save.item.id, day).then(
      (changed) => changed && onChanged(changed),
      refused('It is still noted'),
    );
  return (
    <div className={styles.entry}>
      <p>
        {(over || !words.pages) && <span>{wordsOf(reading, words)} </span>}
        {!editing && (
          <>
            <button type="button" disabled={busy} onClick={() => setEditing(true)}>
              Change days
            </button>{' '}
            <button type="button" disabled={busy} onClick={() => void replace(undefined)}>
              Remove<span className="visually-hidden"> this {words.one.toLowerCase()}</span>
            </button>
          </>
        )}
      </p>
      {editing && <ReadingForm one={words.one} reading={reading} onSave={replace} onClose={() => setEditing(false)} />}
      {progress.length > 0 && (
        <details className={styles.history}>
          <summary>{progress.length === 1 ? '1 note' : `${progress.length} notes`} on the way</summary>
          {over && <ProgressChart reading={reading} />}
          <table>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">How far</th>
                <th scope="col">
                  <span className="visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {[...progress].reverse().map((point) => (
                <tr key={point.on}>
                  <td>{shortDay(point.on)}</td>
                  <td>{said(point)}</td>
                  <td>
                    <button type="button" disabled={busy} onClick={() => takeBack(point.on)}>
                      Remove<span className="visually-hidden"> the note of {shortDay(point.on)}</span>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}

function wordsOf(reading: Reading, { one, pages }: ReadingWords): string {
  const { started, finished, stopped } = reading;
  const days = readingDays(reading);
  const long = days === undefined ? '' : `, ${daysLong(days)}`;
  if (stopped)
    return `Given up${finished ? ` on ${shortDay(finished)}` : ''}${started ? `, begun ${shortDay(started)}` : ''}`;
  if (!pages && started && started === finished) return shortDay(started);
  if (started && finished) return `${shortDay(started)} to ${shortDay(finished)}${long}`;
  if (finished) return `${pages ? 'Finished' : 'Until'} ${shortDay(finished)}`;
  return started ? `Since ${shortDay(started)}` : `${one}, days unknown`;
}
