import { useState } from 'react';
import type { Counts, Item } from '#shared/items/schema.ts';
import { currentSession, useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import { today } from '../../ui/today.ts';
import { changeVisit, useMySave } from './my-saves.ts';
import styles from './save-control.module.css';

type Props = { item: Pick<Item, 'id' | 'title'>; counts: Pick<Counts, 'saves'>; press: string };

/** One press says that I was there today; another takes it back. Who sees it is said before, where nothing is saved yet. */
export function VisitButton({ item, counts, press }: Props) {
  const session = useSession();
  const known = useMySave(item.id);
  const before = session.signedIn ? known : undefined;
  const [isPrivate, setPrivate] = useState(false);
  const [busy, setBusy] = useState(false);
  const day = today();
  const isNoted = before?.readings.some(({ started, finished }) => started === day && finished === day) === true;
  const change = (there: { private: boolean } | null) => {
    if (!currentSession().signedIn) return signInFirst('say that you were here');
    setBusy(true);
    changeVisit(item.id, day, there, { before, shown: counts.saves })
      .then(
        (save) => {
          if (!there) return say('Your visit of today is taken back.');
          say(save?.private ? 'Your visit of today is noted. Only you see it.' : 'Your visit of today is noted.');
        },
        refused(there ? 'Your visit was not noted' : 'Your visit is still noted'),
      )
      .finally(() => setBusy(false));
  };
  return (
    <p className={styles.visit}>
      <Button
        look="plain"
        busy={busy}
        aria-pressed={isNoted}
        onClick={() => change(isNoted ? null : { private: isPrivate })}
      >
        {isNoted ? 'You were here today' : press}
      </Button>
      {session.signedIn && !before && (
        <label>
          <input type="checkbox" checked={isPrivate} onChange={(event) => setPrivate(event.target.checked)} /> only I
          see it
        </label>
      )}
    </p>
  );
}
