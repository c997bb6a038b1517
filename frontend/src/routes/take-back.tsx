import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../client/call.ts';
import { ProblemError } from '../client/problem.ts';
import { useSession } from '../client/session.ts';
import { learnRevision } from '../features/revisions/queries.ts';
import styles from '../features/revisions/revisions.module.css';
import { BanNote } from '../ui/ban-note.tsx';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';
import { sessionEnded } from '../ui/refusal.ts';
import { say } from '../ui/toasts.ts';
import { ProposeInstead } from './propose-instead.tsx';

const words = {
  undo: { operation: 'undoRevision', press: 'Undo this change', done: 'It is undone.' },
  revert: { operation: 'revertItem', press: 'Bring the item back to this', done: 'It is as it was.' },
} as const;

/** Takes one revision back, or all that came after it; says why first. */
export function TakeBack({ itemId, n, does }: { itemId: string; n: number; does: keyof typeof words }) {
  const { operation, press, done } = words[does];
  const session = useSession();
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState(false);
  const [summary, setSummary] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  if (!session.signedIn || session.handle === null) return null;
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { item } = await call(operation, { params: { itemId, n: String(n) }, body: { summary } });
      learnRevision(itemId, item, undefined);
      say(done);
      navigate(`/i/${itemId}`);
    } catch (error) {
      setFailure(error);
      sessionEnded(error);
    } finally {
      setBusy(false);
    }
  };
  if (!asked)
    return (
      <p>
        <Button look="plain" onClick={() => setAsked(true)}>
          {press}
        </Button>
      </p>
    );
  return (
    <form
      className={styles.conflict}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <BanNote />
      <label>
        Why? Others see it in the history.
        <input value={summary} maxLength={300} onChange={(event) => setSummary(event.target.value)} />
      </label>
      {failure !== undefined && <Failure error={failure} />}
      {failure instanceof ProblemError && failure.code === 'undo_conflict' && (
        <p>
          <Link href={`/i/${itemId}/edit`}>Change it by hand instead</Link>
        </p>
      )}
      <ProposeInstead error={failure} itemId={itemId} />
      <p>
        <Button type="submit" busy={busy}>
          {press}
        </Button>{' '}
        <Button look="plain" onClick={() => setAsked(false)}>
          Not now
        </Button>
      </p>
    </form>
  );
}
