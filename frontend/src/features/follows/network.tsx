import { useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../../ui/notice.tsx';
import { Loading } from '../../ui/skeleton.tsx';
import styles from './follows.module.css';
import { useNetwork } from './queries.ts';

/** Whom a person follows and by whom they are followed, unfolded when asked for. */
export default function Network({ handle }: { handle: string }) {
  return (
    <div className={styles.network}>
      <Side handle={handle} side="following" title={`Whom @${handle} follows`} none="Nobody yet." />
      <Side handle={handle} side="followers" title={`Who follows @${handle}`} none="Nobody yet." />
    </div>
  );
}

type SideProps = { handle: string; side: 'following' | 'followers'; title: string; none: string };

function Side({ handle, side, title, none }: SideProps) {
  const [open, setOpen] = useState(false);
  const list = useNetwork(handle, side, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && !list.data && list.error === undefined && <Loading what="people" />}
      {list.error !== undefined && <Failure error={list.error} retry={list.reload} />}
      {list.data && list.data.entries.length === 0 && <p>{none}</p>}
      {list.data && (
        <ul className={styles.people}>
          {list.data.entries.map((person) => (
            <li key={person.handle}>
              <Link href={`/@${person.handle}`}>@{person.handle}</Link>
            </li>
          ))}
        </ul>
      )}
      {list.data?.next && <p>The first {list.data.entries.length} are shown; the API lists them all.</p>}
    </details>
  );
}
