import { type FormEvent, useState } from 'react';
import { call } from '../../client/call.ts';
import { messageOf } from '../../client/problem.ts';
import { useSession } from '../../client/session.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { sessionEnded } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import styles from './inbox.module.css';

/** Sends an item to a person, with a line if one likes. */
export default function SendItem({ itemId }: { itemId: string }) {
  const { signedIn } = useSession();
  const [handle, setHandle] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  if (!signedIn) return null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const to = handle.trim().replace(/^@/, '');
    if (to === '') return setProblem('Say to whom: their handle, such as alice');
    setBusy(true);
    setProblem(undefined);
    try {
      await call('sendItem', { params: { handle: to, itemId }, body: { note } });
      say(`Sent to @${to}.`);
      setHandle('');
      setNote('');
    } catch (error) {
      sessionEnded(error);
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details className={styles.send}>
      <summary>Send to someone</summary>
      <form onSubmit={(event) => void send(event)} noValidate>
        <BanNote />
        <Field id="send-to" label="To" hint="A handle. They see it among what was sent to them." problem={problem}>
          {(described) => (
            <input
              {...described}
              value={handle}
              maxLength={41}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setHandle(event.target.value)}
            />
          )}
        </Field>
        <Field id="send-note" label="A line with it" optional>
          {(described) => (
            <input {...described} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <p>
          <Button type="submit" busy={busy}>
            Send
          </Button>
        </p>
      </form>
    </details>
  );
}
