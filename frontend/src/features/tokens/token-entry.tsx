import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { refused } from '../../ui/refusal.ts';
import { Day } from '../../ui/time-ago.tsx';
import { say } from '../../ui/toasts.ts';
import { revoke, type Token } from './queries.ts';
import styles from './tokens.module.css';

/** One token as its owner sees it again. Revoking asks once more: a script may be using it. */
export function TokenEntry({ token }: { token: Token }) {
  const { id, name, scopes, start, created, used } = token;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const end = async () => {
    setBusy(true);
    try {
      await revoke(id);
      say(`“${name}” is revoked.`);
    } catch (error) {
      setBusy(false);
      refused('The token is not revoked')(error);
    }
  };
  return (
    <li className={styles.entry}>
      <h3>{name}</h3>
      <p className={styles.facts}>
        <code>{start}…</code> for {scopes.join(' and ')}. Made on <Day day={created} />,{' '}
        {used ? (
          <>
            last used on <Day day={used} />
          </>
        ) : (
          'never used'
        )}
        .
      </p>
      {asking ? (
        <fieldset className={styles.asking}>
          <legend>Whatever uses “{name}” is refused from then on.</legend>
          <Button look="danger" busy={busy} onClick={() => void end()}>
            Revoke it
          </Button>
          <Button look="plain" onClick={() => setAsking(false)}>
            Keep it
          </Button>
        </fieldset>
      ) : (
        <Button look="plain" onClick={() => setAsking(true)}>
          Revoke…<span className="visually-hidden"> “{name}”</span>
        </Button>
      )}
    </li>
  );
}
