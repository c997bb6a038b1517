import { lazy, Suspense, useId, useState } from 'react';
import { useSession } from '../../client/session.ts';
import { signInFirst } from '../../ui/refusal.ts';
import styles from './moderation.module.css';
import type { Flagged } from './queries.ts';

const FlagForm = lazy(() => import('./flag-form.tsx'));

type Props = Flagged & {
  /** What it is called, for those who hear the button alone. */
  name: string;
  /** Whose it is: nobody flags their own. */
  by: string | null;
};

/** A small button that opens a form to flag something. Nothing is asked before it is pressed. */
export function Flag({ what, target, name, by }: Props) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (session.signedIn && by !== null && session.handle === by) return null;
  const press = () => (session.signedIn ? setOpen(!open) : signInFirst(`flag ${name}`));
  return (
    <div className={styles.flag}>
      <button type="button" className={styles.press} aria-expanded={open} aria-controls={id} onClick={press}>
        Flag<span className="visually-hidden"> {name}</span>
      </button>
      {open && (
        <div id={id}>
          <Suspense fallback={<p role="status">Loading…</p>}>
            <FlagForm what={what} target={target} onDone={() => setOpen(false)} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
