import { type FormEvent, useId, useState } from 'react';
import type { Removable } from '#shared/moderation/schema.ts';
import { call } from '../../client/call.ts';
import { forgetLoaded } from '../../client/loads.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { refused } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import styles from './moderation.module.css';

/** What only the steward has: takes a text away that the law does not let stand. */
export function Removal({ what, target, onDone }: { what: Removable; target: string; onDone: () => void }) {
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    setBusy(true);
    call('removeText', { params: { what, target }, body: { words } }).then(
      ({ act }) => {
        forgetLoaded('');
        say('The text is gone.', { link: { href: `/moderation/${act.id}`, label: 'In the log' } });
        onDone();
      },
      (error: unknown) => {
        setBusy(false);
        refused('The text is still there')(error);
      },
    );
  };
  return (
    <form className={styles.steward} onSubmit={send}>
      <Field
        id={id}
        label="As the steward: why the law demands that this text goes"
        hint="Everybody reads this in the log. The text cannot be brought back."
      >
        {(described) => (
          <input {...described} maxLength={500} value={words} onChange={({ target: field }) => setWords(field.value)} />
        )}
      </Field>
      <Button type="submit" look="danger" busy={busy}>
        Remove the text
      </Button>
    </form>
  );
}
