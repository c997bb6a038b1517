import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '../../client/call.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import form from '../../ui/form.module.css';
import { Failure } from '../../ui/notice.tsx';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { say } from '../../ui/toasts.ts';
import { ListCards } from './list-cards.tsx';
import styles from './lists.module.css';
import { forgetLists, useListsBy, useListsOf } from './queries.ts';

/** The lists an item is on, and a way to put it on one of mine. */
export default function ListsOfItem({ itemId, title }: { itemId: string; title: string }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const on = useListsOf(itemId);
  return (
    <>
      {on.error !== undefined && <Failure error={on.error} retry={on.reload} />}
      {on.data && on.data.entries.length > 0 ? (
        <ListCards lists={on.data.entries} level={3} />
      ) : (
        on.data && <p className={form.hint}>On no list yet.</p>
      )}
      <p>
        <Button
          look="plain"
          aria-expanded={open}
          onClick={() => (session.signedIn ? setOpen(!open) : signInFirst('put this on a list'))}
        >
          Add to a list
        </Button>
      </p>
      {open && session.signedIn && session.handle && (
        <Choice itemId={itemId} title={title} handle={session.handle} onDone={() => setOpen(false)} />
      )}
      {open && session.signedIn && !session.handle && (
        <p>
          <Link href="/choose-handle">Choose a handle</Link> first: a list names who made it.
        </p>
      )}
    </>
  );
}

type ChoiceProps = { itemId: string; title: string; handle: string; onDone: () => void };

function Choice({ itemId, title, handle, onDone }: ChoiceProps) {
  const mine = useListsBy(handle);
  if (mine.error !== undefined) return <Failure error={mine.error} retry={mine.reload} />;
  if (!mine.data) return <Loading what="your lists" />;
  const put = async (listId: string, name: string) => {
    const { added } = await call('addToList', { params: { listId, itemId }, body: { note: null } });
    forgetLists();
    say(added ? `“${title}” is on “${name}”.` : `“${title}” was on “${name}” already.`, {
      link: { href: `/l/${listId}`, label: 'See the list' },
    });
    onDone();
  };
  return (
    <ul className={styles.choice} aria-label="Your lists">
      {mine.data.entries.map(({ id, title: name }) => (
        <li key={id}>
          <Button look="plain" onClick={() => void put(id, name).catch(refused(`It was not put on “${name}”`))}>
            {name}
          </Button>
        </li>
      ))}
      <li>
        <Link href="/lists/new">Make a new list</Link>
      </li>
    </ul>
  );
}
