import { type FormEvent, useId, useState } from 'react';
import { webAddress } from '#shared/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import styles from './save-form.module.css';

/** Asks for the address of what is to be saved. */
export function AddressForm({ onGiven }: { onGiven: (url: string) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const go = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim();
    const url = webAddress.safeParse(/^[a-z][a-z0-9+.-]*:/iu.test(typed) ? typed : `https://${typed}`);
    if (url.success) onGiven(url.data);
    else setProblem('This is no address that begins with http:// or https://.');
  };
  return (
    <form className={styles.form} onSubmit={go} noValidate>
      <Field id={`${id}-url`} label="Address of the page" problem={problem}>
        {(described) => (
          <input
            {...described}
            type="url"
            inputMode="url"
            value={text}
            maxLength={2000}
            autoComplete="off"
            autoCapitalize="none"
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <p className={styles.actions}>
        <Button type="submit">Go on</Button>
      </p>
    </form>
  );
}
