import { type FormEvent, useId, useState } from 'react';
import type { Reading } from '#shared/saves/schema.ts';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/today.ts';
import styles from './readings.module.css';

type Props = { one: string; reading: Reading; onSave: (next: Reading) => Promise<boolean>; onClose: () => void };

/** The days of a reading, as far as they are known. */
export function ReadingForm({ one, reading, onSave, onClose }: Props) {
  const id = useId();
  const [started, setStarted] = useState(reading.started ?? '');
  const [finished, setFinished] = useState(reading.finished ?? '');
  const [stopped, setStopped] = useState(reading.stopped ?? false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (started && finished && finished < started) return setProblem('It ends before it begins.');
    if (started > today() || finished > today()) return setProblem('Days up to today.');
    setProblem(undefined);
    setBusy(true);
    const next: Reading = {
      ...(started ? { started } : {}),
      ...(finished ? { finished } : {}),
      ...(stopped ? { stopped: true as const } : {}),
      ...(reading.progress ? { progress: reading.progress } : {}),
    };
    if (await onSave(next)) onClose();
    else setBusy(false);
  };
  return (
    <form
      className={styles.note}
      onSubmit={(event) => void send(event)}
      aria-label={`Days of the ${one.toLowerCase()}`}
    >
      <label>
        Started
        <input type="date" value={started} max={today()} onChange={(event) => setStarted(event.target.value)} />
      </label>
      <label>
        {stopped ? 'Stopped' : 'Finished'}
        <input
          type="date"
          value={finished}
          max={today()}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setFinished(event.target.value)}
        />
      </label>
      <label className={styles.check}>
        <input type="checkbox" checked={stopped} onChange={(event) => setStopped(event.target.checked)} /> given up
      </label>
      <Button type="submit" busy={busy}>
        Keep
      </Button>
      <Button look="plain" onClick={onClose}>
        Cancel
      </Button>
      {problem && (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
