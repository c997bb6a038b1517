import { useId, useRef, useState } from 'react';
import { keyText, makeKey, readKey, type Signed, type SigningKey, signer } from '../../client/signing.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/notice.tsx';
import { counted } from '../../ui/numbers.ts';
import styles from './exports.module.css';
import { saveFile } from './save-file.ts';
import { pieceOf } from './use-export.ts';

/** My reviews as Mangrove has them, signed here with a key of mine, which goes nowhere. */
export function SignedReviews() {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<'new' | 'mine'>();
  const [done, setDone] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const run = async (how: 'new' | 'mine', key: () => Promise<SigningKey>) => {
    if (busy) return;
    setBusy(how);
    setFailure(undefined);
    setDone(undefined);
    try {
      const mine = await key();
      const reviews = await signedWith(mine);
      saveFile([`${JSON.stringify({ reviews }, undefined, 1)}\n`], fileCalled('mangrove-reviews.json'));
      if (how === 'new') saveFile([await keyText(mine)], fileCalled('mangrove-key.json'));
      setDone(
        `${counted(reviews.length, 'review')} signed. ${how === 'new' ? 'Keep the key file safe: only with it you are the same author again.' : ''}`,
      );
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(undefined);
      if (file.current) file.current.value = '';
    }
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        Mangrove, signed by you <span className={styles.kind}>JSON</span>
      </h2>
      <p>
        Your reviews of pages, books and places as signed tokens that other sites of open reviews can verify. They are
        signed in this browser; the key never leaves it but as your own file.
      </p>
      <p className={styles.leaves}>
        Not in it: reviews of what has no address, ISBN or position; aspects; words beyond 500 characters.
      </p>
      <p className={styles.actions}>
        <Button look="plain" busy={busy === 'new'} onClick={() => void run('new', makeKey)}>
          Sign with a new key
        </Button>
        <Button look="plain" busy={busy === 'mine'} onClick={() => file.current?.click()}>
          Sign with my key file…
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,.jwk,application/json"
          aria-label="My key file"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) void run('mine', async () => readKey(await chosen.slice(0, 10_000).text()));
          }}
        />
      </p>
      <p className={styles.state} role="status">
        {busy ? 'Reading and signing…' : done}
      </p>
      {failure !== undefined && <Failure error={failure} />}
    </section>
  );
}

const fileCalled = (filename: string) => ({ filename, contentType: 'application/json' });

/** All of my reviews that have a subject there, signed. */
async function signedWith(key: SigningKey): Promise<Signed[]> {
  const sign = await signer(key);
  const reviews: Signed[] = [];
  let cursor: string | null | undefined;
  do {
    const piece = await pieceOf('mangrove', cursor, new AbortController().signal);
    for (const line of piece.text.split('\n').filter(Boolean)) reviews.push(await sign(JSON.parse(line) as object));
    cursor = piece.next;
  } while (cursor !== null);
  return reviews;
}
