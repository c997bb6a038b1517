import { Link } from 'wouter';
import type { Watchable } from '#shared/watches/schema.ts';
import { More } from '../../ui/notice.tsx';
import { Loading } from '../../ui/skeleton.tsx';
import { useMyWatches } from './my-watches.ts';
import WatchButton from './watch-button.tsx';
import styles from './watches.module.css';

const pathOf: Record<Watchable, (target: string) => string> = {
  items: (id) => `/i/${id}`,
  tags: (tag) => `/t/${encodeURIComponent(tag)}`,
  people: (handle) => `/talk/people/${handle}`,
  reviews: (id) => `/talk/reviews/${id}`,
  revisions: (id) => `/talk/revisions/${id}`,
  proposals: (id) => `/proposals/${id}`,
  lists: (id) => `/talk/lists/${id}`,
  acts: (id) => `/moderation/${id}`,
  comments: (id) => `/questions/${id}`,
};
const before: Partial<Record<Watchable, string>> = { tags: '#', people: 'Talk page of @' };

/** What I watch of one sort, each with a button to end it. */
export function WatchedThings({ what, none }: { what: Watchable; none?: string }) {
  const list = useMyWatches(what);
  const entries = (list.data?.pages ?? []).flat();
  const shown = (name: string) => `${before[what] ?? ''}${name}`;
  return (
    <>
      {!list.data && list.error === undefined && <Loading what="the list" />}
      {list.data && entries.length === 0 && none && <p className={styles.none}>{none}</p>}
      {entries.length > 0 && (
        <ul className={styles.chosen}>
          {entries.map(({ target, name }) => (
            <li key={target}>
              <Link href={pathOf[what](target)}>{shown(name)}</Link>
              <WatchButton what={what} target={target} name={shown(name)} bare />
            </li>
          ))}
        </ul>
      )}
      <More list={list} />
    </>
  );
}
