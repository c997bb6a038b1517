import { type FormEvent, useId, useState } from 'react';
import type { Save } from '#shared/saves/schema.ts';
import { Button } from '../../ui/button.tsx';
import { refused } from '../../ui/refusal.ts';
import { today } from '../../ui/today.ts';
import { noteProgress } from './queries.ts';
import styles from './readings.module.css';

type Props = { itemId: string; measure: 'page' | 'percent'; onNoted: (save: Save) => void };

/** Asks how far one is: a page or a per cent, today or on another day. */
export function NoteProgress({ itemId, measure: before, onNoted }: Props) {
  const id = useId();
  const [measure, setMeasure] = useState(before);
  const [value, setValue] = useState('');
  const [day, setDay] = useState(today);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const most = measure === 'percent' ? 100 : 99_999;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const number = Number(value);
    if (value.trim() === '' || !Number.isInteger(number) || number < 0 || number > most)
      return setProblem(measure === 'percent' ? 'A whole number from 0 to 100.' : 'The number of a page.');
    if (day === '' || day > today()) return setProblem('A day up to today.');
    setProblem(undefined);
    setBusy(true);
    try {
      onNoted(await noteProgress(itemId, day, measure === 'percent' ? { percent: number } : { page: number }));
      setValue('');
    } catch (error) {
      refused('It was not noted')(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.note} onSubmit={(event) => void send(event)} aria-label="How far you are" noValidate>
      <label>
        I am at
        <input
          inputMode="numeric"
          autoComplete="off"
          size={5}
          value={value}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <label>
        <span className="visually-hidden">Counted in</span>
        <select value={measure} onChange={(event) => setMeasure(event.target.value as typeof measure)}>
          <option value="page">page</option>
          <option value="percent">per cent</option>
        </select>
      </label>
      <label>
        on
        <input type="date" value={day} max={today()} onChange={(event) => setDay(event.target.value)} />
      </label>
      <Button type="submit" look="plain" busy={busy}>
        Note it
      </Button>
      {problem && (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
