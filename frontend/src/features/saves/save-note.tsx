import { useState } from 'react';
import type { SaveCard } from '#shared/saves/schema.ts';
import { call } from '../../client/call.ts';
import { refused } from '../../ui/refusal.ts';
import styles from './save-note.module.css';

/** The note of a save: cut where it is long, whole when asked for. */
export function SaveNote({ save }: { save: SaveCard }) {
  const [whole, setWhole] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (!save.note) return null;
  const read = async () => {
    setBusy(true);
    try {
      const params = { itemId: save.item.id };
      const found = save.private
        ? await call('getMySave', { params })
        : await call('getSave', { params: { ...params, handle: save.by } });
      setWhole(found.save?.note ?? save.note);
    } catch (error) {
      refused('The rest of the note did not come')(error);
    }
    setBusy(false);
  };
  return (
    <p className={styles.note} aria-live={save.more ? 'polite' : undefined}>
      {whole ?? save.note}
      {save.more && whole === undefined && (
        <>
          {' '}
          <button type="button" aria-disabled={busy} onClick={() => !busy && void read()}>
            Read on
            <span className="visually-hidden">: the whole note on {save.item.title}</span>
          </button>
        </>
      )}
    </p>
  );
}
