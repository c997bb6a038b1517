import { useId, useState } from 'react';
import { Field } from '../../ui/field.tsx';
import styles from './account-form.module.css';

type Text = { value: string; onChange: (value: string) => void };

export function EmailField({ value, onChange }: Text) {
  const id = useId();
  return (
    <Field id={id} label="E-mail address">
      {(described) => (
        <input
          {...described}
          type="email"
          name="email"
          required
          autoComplete="username"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function PasswordField({ value, onChange, isNew = false }: Text & { isNew?: boolean }) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Field id={id} label={isNew ? 'New password' : 'Password'} hint={isNew ? 'At least 8 characters.' : undefined}>
        {(described) => (
          <input
            {...described}
            type={shown ? 'text' : 'password'}
            name="password"
            required
            minLength={isNew ? 8 : 1}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <label className={styles.check}>
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} /> Show the password
      </label>
    </>
  );
}

export function CodeField({ value, onChange, sentTo }: Text & { sentTo: string }) {
  const id = useId();
  return (
    <Field id={id} label="Code" hint={`We sent it to ${sentTo}. It may take a minute.`}>
      {(described) => (
        <input
          {...described}
          name="code"
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          value={value}
          onChange={(event) => onChange(event.target.value.trim())}
        />
      )}
    </Field>
  );
}
