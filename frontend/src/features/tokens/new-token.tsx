import { type FormEvent, useId, useRef, useState } from 'react';
import type { Answer } from '../../client/call.ts';
import { ProblemError } from '../../client/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Failure } from '../../ui/notice.tsx';
import { makeToken, type Scope } from './queries.ts';
import styles from './tokens.module.css';

const scopes: { scope: Scope; label: string; hint: string }[] = [
  { scope: 'read', label: 'Read', hint: 'what is yours: saves, tags, votes and ratings, private ones too' },
  { scope: 'save', label: 'Save', hint: 'read, and save, tag and add in your name' },
];

/** Asks what the token is for. It can neither review, vote, make tokens nor delete the account. */
export function NewToken({ onMade }: { onMade: (made: Answer<'createToken'>) => void }) {
  const id = useId();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('save');
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // A retry after a lost answer makes no second token.
  const key = useRef<string>(undefined);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setFailure(undefined);
    if (name.trim() === '') return setProblem('Say what it is for, so that you know it again.');
    setProblem(undefined);
    setBusy(true);
    key.current ??= crypto.randomUUID();
    try {
      const made = await makeToken(name, [scope], key.current);
      key.current = undefined;
      setName('');
      onMade(made);
    } catch (error) {
      // What was refused was not made, and may be asked differently.
      if (error instanceof ProblemError && error.status < 500) key.current = undefined;
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <h3>A new token</h3>
      <Field id={id} label="Name" hint="such as “browser extension on my laptop”" problem={problem}>
        {(described) => (
          <input
            {...described}
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => {
              key.current = undefined;
              setName(event.target.value);
            }}
          />
        )}
      </Field>
      <fieldset className={styles.scopes}>
        <legend>It may</legend>
        {scopes.map(({ scope: one, label, hint }) => (
          <label key={one}>
            <input
              type="radio"
              name={`${id}-scope`}
              checked={scope === one}
              onChange={() => {
                key.current = undefined;
                setScope(one);
              }}
            />
            <span>
              <b>{label}</b>: {hint}
            </span>
          </label>
        ))}
      </fieldset>
      {failure !== undefined && <Failure error={failure} />}
      <Button type="submit" busy={busy}>
        Make the token
      </Button>
    </form>
  );
}
