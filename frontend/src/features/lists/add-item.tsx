import { type FormEvent, useId, useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../client/call.ts';
import { useSession } from '../../client/session.ts';
import { BanNote } from '../../ui/ban-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import form from '../../ui/form.module.css';
import { Failure, Notice } from '../../ui/notice.tsx';
import { signInFirst } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import styles from './lists.module.css';
import { changeList, forgetLists } from './queries.ts';

/** Puts what is pasted on a list: an item of this site, found by its address, its ISBN or the link it stands for. */
export function AddItem({ listId }: { listId: string }) {
  const id = useId();
  const session = useSession();
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!session.signedIn) return signInFirst('add to this list');
    setMissing(false);
    setFailure(undefined);
    if (value.trim() === '') return setProblem('Paste an address or an ISBN.');
    setProblem(undefined);
    setBusy(true);
    try {
      const itemId = itemOf(value) ?? (await call('findItem', { query: { value: value.trim() } })).item?.id;
      if (!itemId) return setMissing(true);
      await putOn(listId, itemId, note.trim());
      setValue('');
      setNote('');
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={`${form.panel} ${styles.add}`}
      onSubmit={(event) => void send(event)}
      noValidate
      aria-labelledby={`${id}-add`}
    >
      <h2 id={`${id}-add`}>Put something on it</h2>
      <BanNote />
      <Field id={`${id}-value`} label="Address or ISBN" hint="of anything that is on this site" problem={problem}>
        {(described) => (
          <input
            {...described}
            value={value}
            maxLength={2000}
            autoComplete="off"
            autoCapitalize="none"
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <Field id={`${id}-note`} label="Why it belongs here" optional>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            value={note}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {missing && (
        <Notice title="It is not on this site yet">
          <p>
            <Link href="/submit">Add it first</Link>, then put it on the list.
          </p>
        </Notice>
      )}
      {failure !== undefined && <Failure error={failure} />}
      <Button type="submit" busy={busy} look="plain">
        Put it on the list
      </Button>
    </form>
  );
}

/** The item whose page on this site is at an address. */
function itemOf(address: string): string | undefined {
  const url = URL.parse(address.trim(), location.origin);
  return url?.origin === location.origin ? /^\/i\/([0-9A-Za-z]{12})\/?$/.exec(url.pathname)?.[1] : undefined;
}

/** Puts an item on a list and shows it there at once. */
async function putOn(listId: string, itemId: string, note: string): Promise<void> {
  const { entry, added } = await call('addToList', { params: { listId, itemId }, body: { note: note || null } });
  say(added ? `“${entry.title}” is on the list.` : `“${entry.title}” was on the list already.`);
  forgetLists();
  if (!added) return;
  const shown = 'by' in entry ? { ...entry, points: 0, voters: 0 } : entry;
  changeList(listId, (page) => ({
    ...page,
    // What is not shown to its end has it there.
    entries: page.next === null ? [...page.entries.filter((one) => one.itemId !== itemId), shown] : page.entries,
    counts: { ...page.counts, entries: page.counts.entries + 1 },
  }));
}
