import { useId, useRef, useState } from 'react';
import { call } from '../../client/call.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import styles from './imports.module.css';

const largest = 4_000_000;

/** A spreadsheet may have saved it in another encoding: better refused than with every accent lost. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Takes a Goodreads export as it is and hands it in. */
export function ChooseFile({ onStarted }: { onStarted: (importId: string) => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  // One key a file: a second press hands it in once.
  const sent = useRef<{ file: File; key: string }>(undefined);

  const start = async () => {
    const file = input.current?.files?.[0];
    setFailure(undefined);
    if (!file) return setProblem('Choose the file first.');
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (!bytes) return setProblem('This file could not be read. Choose it again.');
    const text = textOf(bytes);
    if (text === undefined)
      return setProblem('This file is not in UTF-8. Take it as Goodreads gave it, or save it as “CSV UTF-8”.');
    if (text.length > largest)
      return setProblem('This file is too large: at most 4 million characters can be taken at once.');
    setProblem(undefined);
    setBusy(true);
    if (sent.current?.file !== file) sent.current = { file, key: crypto.randomUUID() };
    try {
      const started = await call(
        'startImport',
        { body: { format: 'goodreads', text } },
        { idempotencyKey: sent.current.key },
      );
      onStarted(started.import.id);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className={styles.choose}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <Field
        id={id}
        label="Your Goodreads export"
        hint="A .csv file: at Goodreads, My Books → Import and export → Export library."
        problem={problem}
      >
        {(described) => (
          <input {...described} ref={input} type="file" accept=".csv,text/csv" onChange={() => setProblem(undefined)} />
        )}
      </Field>
      {failure !== undefined && <Failure error={failure} />}
      <Button type="submit" busy={busy}>
        {busy ? 'Handing it in…' : 'Start the import'}
      </Button>
      <Notice title="What happens">
        <ul>
          <li>
            Books that are not here yet are added; ratings and reviews are posted under your handle, with their dates.
          </li>
          <li>Private notes are not read, and shown to nobody.</li>
          <li>Every row is reported. Doing it again posts nothing twice.</li>
        </ul>
      </Notice>
    </form>
  );
}
