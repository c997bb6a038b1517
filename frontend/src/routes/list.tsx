import { lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ListEntry } from '#shared/lists/schema.ts';
import { call } from '../client/call.ts';
import { useSession } from '../client/session.ts';
import { AddItem } from '../features/lists/add-item.tsx';
import { changeBallot, shifted, useBallot } from '../features/lists/ballots.ts';
import { ListForm } from '../features/lists/list-form.tsx';
import { Mover } from '../features/lists/mover.tsx';
import { MyBallot } from '../features/lists/my-ballot.tsx';
import { itemsSaid, votersSaid } from '../features/lists/numbers.ts';
import { changeList, forgetLists, type ListPage, loadMore, useList } from '../features/lists/queries.ts';
import { Flag } from '../features/moderation/flag.tsx';
import { FoldNote, RemovedNote } from '../features/moderation/folded.tsx';
import { Button } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Notice } from '../ui/notice.tsx';
import { refused, signInFirst } from '../ui/refusal.ts';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import { TimeAgo } from '../ui/time-ago.tsx';
import { say } from '../ui/toasts.ts';
import styles from './list.module.css';
import { ListRow } from './list-row.tsx';
import { OnMap } from './on-map.tsx';
import { Missing, WayOn } from './way-on.tsx';

const InlineThread = lazy(() => import('./inline-thread-of.tsx'));

export default function ListRoute({ listId }: { listId: string }) {
  const session = useSession();
  const found = useList(listId);
  const [editing, setEditing] = useState(false);
  if (!found.data) {
    if (found.error === undefined) return <Skeleton />;
    return (
      <Missing noun="list" error={found.error} retry={found.reload}>
        <WayOn href="/lists">To all lists</WayOn>
      </Missing>
    );
  }
  const { list, counts, folded } = found.data;
  const isMine = session.signedIn && list.by !== null && session.handle === list.by;
  const isOpen = list.mode === 'open';
  return (
    <article>
      <p className={styles.kind}>
        <Link href="/lists">Lists</Link>
      </p>
      <Heading title={list.title} />
      <p className={styles.credit}>
        {isOpen ? 'An open list' : 'A list'} by{' '}
        {list.by ? <Link href={`/@${list.by}`}>@{list.by}</Link> : 'a former member'}, <TimeAgo at={list.at} /> ·{' '}
        {itemsSaid(counts.entries)}
        {isOpen && counts.voters > 0 && ` · ${votersSaid(counts.voters)}`} · {list.licence}
        {isMine && (
          <>
            {' · '}
            <button type="button" className={styles.more} aria-expanded={editing} onClick={() => setEditing(!editing)}>
              Edit
            </button>
          </>
        )}
      </p>
      {editing && isMine ? (
        <Editing page={found.data} onDone={() => setEditing(false)} />
      ) : (
        list.description && <Markdown text={list.description} />
      )}
      {folded && <FoldNote folded={folded} effect="It is in no list of lists meanwhile." />}
      {list.removed && list.description === '' && <RemovedNote act={list.removed} />}
      <Flag what="lists" target={list.id} name={list.title} by={list.by} />
      <OnMap of="list" name={list.id} kinds={found.data.entries.map(({ kind }) => kind)} />
      {isOpen && (
        <p className={styles.jump}>
          <a href="#ballot">Your ballot</a>
        </p>
      )}
      <div className={styles.columns}>
        <div>
          <Entries page={found.data} isMine={isMine} />
          <Suspense>
            <InlineThread at={{ what: 'lists', target: list.id }} />
          </Suspense>
          <FeedLinks of={`/l/${list.id}`} about={list.title} />
          {isOpen && <Order />}
        </div>
        {(isOpen || isMine) && (
          <aside className={styles.aside}>
            {isOpen && <MyBallot listId={listId} />}
            <AddItem listId={listId} />
          </aside>
        )}
      </div>
    </article>
  );
}

function Entries({ page, isMine }: { page: ListPage; isMine: boolean }) {
  const { list, entries, next } = page;
  const [busy, setBusy] = useState(false);
  if (entries.length === 0)
    return (
      <Notice title="Nothing on it yet">
        <p>
          {list.mode === 'open' || isMine ? 'Put the first thing on it.' : 'Its maker has put nothing on it so far.'}
        </p>
      </Notice>
    );
  const more = async (cursor: string) => {
    setBusy(true);
    await loadMore(list.id, cursor).catch(refused('The rest did not come'));
    setBusy(false);
  };
  return (
    <>
      <ol className={styles.entries}>
        {entries.map((entry, index) => (
          <ListRow
            key={entry.itemId}
            listId={list.id}
            entry={entry}
            rank={index + 1}
            actions={
              list.mode === 'open' ? (
                <Vote listId={list.id} entry={entry} isOwner={isMine} />
              ) : (
                isMine && (
                  <Mover
                    title={entry.title}
                    first={index === 0}
                    last={index === entries.length - 1 && next === null}
                    onMove={(by) => moveEntry(page, entry.itemId, by)}
                    onRemove={() => removeEntry(list.id, entry)}
                  />
                )
              )
            }
          />
        ))}
      </ol>
      {next && (
        <p>
          <Button look="plain" busy={busy} onClick={() => void more(next)}>
            More
          </Button>
        </p>
      )}
    </>
  );
}

/** Puts a row on my ballot or takes it off; who put it there, or made the list, may take it off the list. */
function Vote({ listId, entry, isOwner }: { listId: string; entry: ListEntry; isOwner: boolean }) {
  const session = useSession();
  const ballot = useBallot(listId);
  const { itemId, kind, title, byline } = entry;
  const place = ballot.findIndex((one) => one.itemId === itemId) + 1;
  const press = () => {
    if (!session.signedIn) return signInFirst('vote on this list');
    if (place > 0)
      changeBallot(
        listId,
        ballot.filter((one) => one.itemId !== itemId),
      );
    else changeBallot(listId, [...ballot, { itemId, kind, title, byline }]);
  };
  const isMine = session.signedIn && (isOwner || (entry.by !== null && entry.by === session.handle));
  return (
    <>
      <Button look="plain" aria-pressed={place > 0} aria-label={`${title} on your ballot`} onClick={press}>
        {place > 0 ? `Number ${place} on your ballot ✓` : 'Put on your ballot'}
      </Button>
      {isMine && (
        <Button look="plain" aria-label={`Take ${title} off the list`} onClick={() => removeEntry(listId, entry)}>
          Take off
        </Button>
      )}
    </>
  );
}

/** Moves wait for each other: two quick presses must not arrive in the other order. */
let turn: Promise<unknown> = Promise.resolve();

function moveEntry({ list: { id }, entries }: ListPage, itemId: string, by: 1 | -1): void {
  const next = shifted(entries, itemId, by);
  const after = next[next.findIndex((one) => one.itemId === itemId) - 1]?.itemId ?? null;
  changeList(id, (page) => ({ ...page, entries: shifted(page.entries, itemId, by) }));
  turn = turn
    .then(() => call('moveInList', { params: { listId: id, itemId }, body: { after } }))
    .catch((error: unknown) => {
      changeList(id, (page) => ({ ...page, entries: shifted(page.entries, itemId, by === 1 ? -1 : 1) }));
      refused('It was not moved')(error);
    });
}

function removeEntry(listId: string, entry: ListEntry): void {
  let at = 0;
  changeList(listId, (page) => {
    at = page.entries.findIndex(({ itemId }) => itemId === entry.itemId);
    return {
      ...page,
      entries: page.entries.filter(({ itemId }) => itemId !== entry.itemId),
      counts: { ...page.counts, entries: page.counts.entries - 1 },
    };
  });
  call('removeFromList', { params: { listId, itemId: entry.itemId } })
    .then(forgetLists)
    .catch((error: unknown) => {
      changeList(listId, (page) => ({
        ...page,
        entries: page.entries.toSpliced(at, 0, entry),
        counts: { ...page.counts, entries: page.counts.entries + 1 },
      }));
      refused('It was not taken off')(error);
    });
}

/** How an open list comes to its order. */
function Order() {
  return (
    <section id="order" className={styles.order} aria-label="How this order is made">
      <h2>How this order is made</h2>
      <p>
        Whoever likes puts up to 100 items of the list on a ballot, in order. The first gets 100 points, the second 99,
        the hundredth 1:
      </p>
      <p className={styles.formula}>points = sum of (101 − place) over the ballots that name it</p>
      <p>
        Rows stand by points; with the same points, who was there first. From 1,000 points on only the first three
        digits count, so that a long list need not move at every vote; from 100 ballots on, the first two.
      </p>
    </section>
  );
}

function Editing({ page: { list }, onDone }: { page: ListPage; onDone: () => void }) {
  const [, navigate] = useLocation();
  const remove = async () => {
    if (!window.confirm(`Delete “${list.title}” for good?`)) return;
    await call('deleteList', { params: { listId: list.id } });
    forgetLists();
    say('The list is deleted.');
    navigate('/lists');
  };
  return (
    <ListForm
      key={list.revision}
      texts={list}
      draft={`list:${list.id}:${list.revision}`}
      submit="Save the changes"
      onSubmit={async ({ title, description }) => {
        const body = { title, description, revision: list.revision };
        const edited = await call('editList', { params: { listId: list.id }, body });
        changeList(list.id, (page) => ({ ...page, list: edited.list }));
        forgetLists();
        onDone();
      }}
    >
      <Button look="plain" onClick={onDone}>
        Cancel
      </Button>
      <Button look="danger" onClick={() => void remove().catch(refused('The list was not deleted'))}>
        Delete the list
      </Button>
    </ListForm>
  );
}

function Skeleton() {
  return (
    <>
      <Loading what="the list" />
      <p className={styles.ghost}>
        <Bone width={28} tall />
      </p>
      <p className={styles.credit}>
        <Bone width={40} />
      </p>
      <ol className={styles.entries} aria-hidden="true">
        {standIns(5).map((rank) => (
          <li key={rank} className={styles.row}>
            <span className={styles.rank}>{rank}</span>
            <span />
            <div className={styles.entry}>
              <Bone width={28} tall />
              <br />
              <Bone width={16} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
