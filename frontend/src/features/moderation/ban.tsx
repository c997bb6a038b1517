import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../client/call.ts';
import { setLoaded } from '../../client/loads.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { refused } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import styles from './moderation.module.css';
import { useAmSteward, useBan } from './queries.ts';

/** That a person is banned; and for the steward a way to do so, or to lift it. */
export default function PersonBan({ handle }: { handle: string }) {
  const session = useSession();
  const { data: ban } = useBan(handle);
  const steward = useAmSteward();
  const itself = session.signedIn && session.handle === handle;
  return (
    <>
      {ban && (
        <p className={styles.note}>
          Banned from writing until {ban.until.slice(0, 10)}: {ban.reason}{' '}
          <Link href={`/moderation/${ban.act}`}>In the log</Link>
        </p>
      )}
      {steward === true && !itself && ban !== undefined && (
        <details className={styles.folded}>
          <summary>{ban ? 'Lift the ban' : `Ban @${handle}`} (steward)</summary>
          <BanForm key={ban?.act ?? ''} handle={handle} banned={ban !== null} />
        </details>
      )}
    </>
  );
}

function BanForm({ handle, banned }: { handle: string; banned: boolean }) {
  const [days, setDays] = useState('7');
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const send = async () => {
    if (banned) {
      await call('unbanPerson', { params: { handle }, query: { words } });
      setLoaded(`ban:${handle}`, null);
      return say('The ban is lifted.');
    }
    const { act } = await call('banPerson', { params: { handle }, body: { days: Number(days), words } });
    setLoaded(`ban:${handle}`, { act: act.id, until: act.until ?? '', reason: words });
    say(`@${handle} is banned.`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    setBusy(true);
    send()
      .catch(refused('Nothing changed'))
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={submit}>
      {!banned && (
        <Field id={`${id}-days`} label="For how many days">
          {(described) => (
            <input
              {...described}
              type="number"
              min={1}
              max={3660}
              value={days}
              onChange={({ target }) => setDays(target.value)}
            />
          )}
        </Field>
      )}
      <Field id={`${id}-why`} label="Why" hint="Everybody reads this.">
        {(described) => (
          <input {...described} maxLength={500} value={words} onChange={({ target }) => setWords(target.value)} />
        )}
      </Field>
      <Button type="submit" look={banned ? 'ink' : 'danger'} busy={busy}>
        {banned ? 'Lift the ban' : 'Ban'}
      </Button>
    </form>
  );
}
