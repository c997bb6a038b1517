import { shelvesOf } from 'virtual:shelves';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ReadingWords, Stage } from '#shared/items/kind.ts';
import { lastPoint, openReading, readingShare, shelfOnceBegun } from '#shared/saves/readings.ts';
import type { Reading, Save } from '#shared/saves/schema.ts';
import { Button } from '../../ui/button.tsx';
import { refused } from '../../ui/refusal.ts';
import { today } from '../../ui/today.ts';
import { shortDay } from './days.ts';
import { NoteProgress } from './note-progress.tsx';
import { ProgressChart, said } from './progress-chart.tsx';
import { type Change, changeReadings } from './queries.ts';
import { ReadingEntry } from './reading-entry.tsx';
import { ReadingForm } from './reading-form.tsx';
import styles from './readings.module.css';
import { ShareBar } from './share-bar.tsx';

type Props = { save: Save; words: ReadingWords; onChanged: (save: Save) => void };

/** When I read or visited what I saved: how far I am, and every time before. */
export default function ItemReadings({ save, words, onChanged }: Props) {
  const { id, kind } = save.item;
  const [busy, setBusy] = useState(false);
  const [adding, setAdding] = useState(false);
  const open = openReading(save.readings);
  const reading = save.readings[open];
  const stage = (wanted: Stage, now: string | null) =>
    shelvesOf[kind].find((shelf) => shelf.stage === wanted)?.key ?? now;
  const change = async (next: Change) => {
    setBusy(true);
    try {
      const changed = await changeReadings(id, next);
      if (changed) onChanged(changed);
      return true;
    } catch (error) {
      refused('It was not kept')(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const end = (ending: Partial<Reading>, to: Stage) =>
    void change(({ readings, shelf }) => {
      const at = openReading(readings);
      const one = readings[at];
      if (!one) return { readings };
      // Whoever began later than today by another clock ends no earlier.
      const finished = one.started && one.started > today() ? one.started : today();
      return { readings: readings.with(at, { ...one, finished, ...ending }), shelf: stage(to, shelf) };
    });
  const start = () =>
    void change(({ readings, shelf }) => ({
      readings: [...readings, { started: today() }],
      shelf: shelfOnceBegun({ shelves: shelvesOf[kind] }, shelf ?? undefined) ?? stage('current', shelf),
    }));
  // The same numbers as in the list that is stored, the latest first.
  const past = save.readings.map((one, at) => ({ one, at })).filter(({ at }) => at !== open || !words.pages);
  const last = reading && lastPoint(reading);
  const share = reading && readingShare(reading);
  return (
    <section className={styles.readings} aria-label={words.many}>
      {words.pages && reading && (
        <>
          <p className={styles.now} role="status">
            <b>{reading.started ? `Reading since ${shortDay(reading.started)}` : 'Reading'}</b>
            {last && ` · ${said(last)}`}
          </p>
          {share !== undefined && <ShareBar share={share} done />}
          <NoteProgress itemId={id} measure={last?.percent === undefined ? 'page' : 'percent'} onNoted={onChanged} />
          <ProgressChart reading={reading} />
          <ReadingEntry
            key={open}
            save={save}
            at={open}
            words={words}
            busy={busy}
            onChanged={onChanged}
            change={change}
          />
          <p className={styles.actions}>
            <Button busy={busy} onClick={() => end({}, 'finished')}>
              Finished today
            </Button>
            <Button look="plain" busy={busy} onClick={() => end({ stopped: true }, 'stopped')}>
              I gave it up
            </Button>
          </p>
        </>
      )}
      {words.pages && !reading && (
        <>
          {past.length === 0 && <NoteProgress itemId={id} measure="page" onNoted={onChanged} />}
          <p className={styles.actions}>
            <Button look="plain" busy={busy} onClick={start}>
              {past.length > 0 ? 'Read it again' : 'Start reading'}
            </Button>
          </p>
        </>
      )}
      {past.length > 0 && (
        <ol className={styles.past} aria-label={words.many}>
          {past.reverse().map(({ at }) => (
            <li key={at}>
              <ReadingEntry save={save} at={at} words={words} busy={busy} onChanged={onChanged} change={change} />
            </li>
          ))}
        </ol>
      )}
      {adding ? (
        <ReadingForm
          one={words.one}
          reading={words.pages ? {} : { started: today(), finished: today() }}
          onSave={(next) =>
            change(({ readings, shelf }) => ({
              readings: [...readings, next],
              ...(next.finished && !next.stopped ? { shelf: stage('finished', shelf) } : {}),
            }))
          }
          onClose={() => setAdding(false)}
        />
      ) : (
        <p className={styles.quiet}>
          <button type="button" onClick={() => setAdding(true)}>
            {words.pages ? `Add an earlier ${words.one.toLowerCase()}…` : `Add a ${words.one.toLowerCase()}…`}
          </button>
          {save.readings.some(({ finished }) => finished) && (
            <Link href={`/@${save.by}/year/${latestYear(save.readings)}`}>See my year</Link>
          )}
        </p>
      )}
    </section>
  );
}

const latestYear = (readings: readonly Reading[]) =>
  readings
    .flatMap(({ finished }) => finished?.slice(0, 4) ?? [])
    .sort()
    .at(-1);
