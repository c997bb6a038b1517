import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import type { Sent } from '#shared/inbox/schema.ts';
import { call } from '../../client/call.ts';
import { type Pages, setLoaded } from '../../client/loads.ts';
import news from '../../ui/news.module.css';
import { More, Notice } from '../../ui/notice.tsx';
import quiet from '../../ui/quiet.module.css';
import { refused } from '../../ui/refusal.ts';
import { Loading } from '../../ui/skeleton.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './inbox.module.css';
import { markRead, useInbox, useReadUntil } from './queries.ts';

const without = (isGone: (one: Sent) => boolean) =>
  setLoaded<Pages<Sent>>('mine:inbox', (held) =>
    held ? { ...held, pages: held.pages.map((page) => page.filter((one) => !isGone(one))) } : undefined,
  );

/** Takes what one sender sent off the page. */
export const hideSender = (handle: string) => without(({ by }) => by === handle);

/** What was sent to me; what is new since the last look is marked, and read by being shown. */
export function InboxList({ more }: { more: (one: Sent) => ReactNode }) {
  const list = useInbox();
  const until = useReadUntil();
  const entries = (list.data?.pages ?? []).flat();
  const newest = entries[0]?.at;
  useEffect(() => {
    if (newest !== undefined && until !== undefined && (until === null || until < newest))
      // Left unread it is only marked again.
      markRead(newest).catch(() => undefined);
  }, [newest, until]);

  const dismiss = (one: Sent) => {
    const is = (other: Sent) => other.by === one.by && other.item.id === one.item.id;
    without(is);
    call('dismissSent', { params: { handle: one.by, itemId: one.item.id } }).catch((error: unknown) => {
      refused('It is still there')(error);
      list.reload();
    });
  };
  return (
    <>
      {!list.data && list.error === undefined && <Loading what="what was sent to you" />}
      {list.data && entries.length === 0 && !list.data.next && (
        <Notice title="Nothing was sent to you yet">
          <p>People send each other what they should not miss: on the page of an item, under “Send to someone”.</p>
        </Notice>
      )}
      {entries.length > 0 && (
        <ol className={news.news}>
          {entries.map((one) => (
            <li key={one.by + one.item.id} data-new={until === null || (until !== undefined && until < one.at)}>
              <p className={styles.from}>
                <Link href={`/@${one.by}`}>@{one.by}</Link> sent you this <TimeAgo at={one.at} />
              </p>
              <h2 className={news.title}>
                <Link href={`/i/${one.item.id}`}>{one.item.title}</Link>
              </h2>
              {one.note && <p className={styles.note}>{one.note}</p>}
              <div className={styles.actions}>
                <button type="button" className={quiet.quiet} onClick={() => dismiss(one)}>
                  Dismiss<span className="visually-hidden"> {one.item.title}</span>
                </button>
                {more(one)}
              </div>
            </li>
          ))}
        </ol>
      )}
      <More list={list} />
    </>
  );
}
