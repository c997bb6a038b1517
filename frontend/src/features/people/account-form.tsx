import { type FormEvent, type ReactNode, useState } from 'react';
import { NetworkError } from '../../client/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Failure, Notice } from '../../ui/notice.tsx';
import styles from './account-form.module.css';

type Props = { submit: string; onSubmit: () => Promise<void>; children: ReactNode };

/** A short form about an account: says why it was refused and keeps what was typed. */
export function AccountForm({ submit, onSubmit, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await onSubmit();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      {children}
      {failure !== undefined &&
        (failure instanceof Error && !(failure instanceof NetworkError) && failure.name === 'SignInError' ? (
          <Notice tone="refused" title={failure.message} />
        ) : (
          <Failure error={failure} />
        ))}
      <Button type="submit" busy={busy}>
        {submit}
      </Button>
    </form>
  );
}
