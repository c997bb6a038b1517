import { Link } from 'wouter';
import type { Followable, Named } from '#shared/follows/schema.ts';
import type { Pages } from '../../client/loads.ts';
import { More, Notice } from '../../ui/notice.tsx';
import { Loading } from '../../ui/skeleton.tsx';
import FollowButton from './follow-button.tsx';
import styles from './follows.module.css';
import MuteButton from './mute-button.tsx';
import { useMyFollows, useMyMutes } from './my-follows.ts';

const pathOf: Record<Followable, (target: string) => string> = {
  people: (handle) => `/@${handle}`,
  tags: (tag) => `/t/${encodeURIComponent(tag)}`,
  items: (itemId) => `/i/${itemId}`,
};
const shownName = ({ what, name }: Named) => ({ people: `@${name}`, tags: `#${name}`, items: name })[what];

type List = {
  data: Pages<Named> | undefined;
  error: unknown;
  loading: boolean;
  reload: () => void;
  more: () => void;
};

/** What I follow of one sort, each with a button to end it. */
export function Followed({ what, none }: { what: Followable; none: string }) {
  return (
    <ChosenList
      list={useMyFollows(what)}
      none={none}
      action={(one) => <FollowButton {...one} name={shownName(one)} bare />}
    />
  );
}

/** What I muted, each with a button to end it. */
export function Muted() {
  return (
    <ChosenList
      list={useMyMutes()}
      none="You have muted nothing."
      action={(one) => <MuteButton {...one} name={shownName(one)} />}
    />
  );
}

function ChosenList({ list, none, action }: { list: List; none: string; action: (one: Named) => React.ReactNode }) {
  const entries = (list.data?.pages ?? []).flat();
  return (
    <>
      {!list.data && list.error === undefined && <Loading what="the list" />}
      {list.data && entries.length === 0 && <Notice title={none} />}
      {entries.length > 0 && (
        <ul className={styles.chosen}>
          {entries.map((one) => (
            <li key={one.what + one.target}>
              <Link href={pathOf[one.what](one.target)}>{shownName(one)}</Link>
              {action(one)}
            </li>
          ))}
        </ul>
      )}
      <More list={list} />
    </>
  );
}
