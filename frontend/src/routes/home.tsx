import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Activity } from '#shared/follows/schema.ts';
import { type Pages, setLoaded } from '../client/loads.ts';
import { useSession } from '../client/session.ts';
import { FeedLine } from '../features/follows/feed-line.tsx';
import FollowButton from '../features/follows/follow-button.tsx';
import type { Target } from '../features/follows/my-follows.ts';
import { useHome } from '../features/follows/queries.ts';
import { WithHandle } from '../features/people/guard.tsx';
import { useRanking } from '../features/ranking/queries.ts';
import { useTags } from '../features/tags/queries.ts';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import styles from './home.module.css';

export default function HomeRoute() {
  return (
    <>
      <Heading title="Home" />
      <WithHandle toDo="see what the people you follow do" back="/home">
        <p className={styles.intro}>
          What was done in the last 60 days by the people, under the tags and with the items you follow.{' '}
          <Link href="/following">Whom and what you follow</Link>
        </p>
        <Feed />
      </WithHandle>
    </>
  );
}

const isUnder = ({ what, target }: Target, { by, item, tags }: Activity) =>
  ({ people: by === target, items: item.id === target, tags: tags?.includes(target) ?? false })[what];

/** Takes what was muted off the page. */
const hide = (target: Target) =>
  setLoaded<Pages<Activity>>('mine:home', (held) =>
    held ? { ...held, pages: held.pages.map((page) => page.filter((line) => !isUnder(target, line))) } : undefined,
  );

function Feed() {
  const feed = useHome();
  const list = useRef<HTMLOListElement>(null);
  const shownBefore = useRef<number>(undefined);
  const lines = (feed.data?.pages ?? []).flat();
  // After “More”, the focus goes to the first line that came.
  useEffect(() => {
    if (shownBefore.current === undefined || lines.length <= shownBefore.current) return;
    list.current?.children[shownBefore.current]?.querySelector<HTMLElement>('h2 a')?.focus();
    shownBefore.current = undefined;
  }, [lines.length]);
  const more = () => {
    shownBefore.current = lines.length;
    feed.more();
  };
  return (
    <>
      {!feed.data && feed.error === undefined && (
        <>
          <Loading what="your home feed" />
          <div className={styles.bones} aria-hidden="true">
            {standIns(6).map((line) => (
              <p key={line}>
                <Bone width={16} />
                <Bone width={40} tall />
              </p>
            ))}
          </div>
        </>
      )}
      {feed.data && lines.length === 0 && !feed.data.next && <Suggestions />}
      {lines.length > 0 && (
        <ol ref={list} className={styles.feed} aria-label="Home feed, newest first">
          {lines.map((line) => (
            <FeedLine key={`${line.at} ${line.by} ${line.did} ${line.item.id}`} line={line} onMuted={hide} />
          ))}
        </ol>
      )}
      {feed.error !== undefined && <Failure error={feed.error} retry={feed.data ? more : feed.reload} />}
      {feed.data?.next && feed.error === undefined && (
        <p className={styles.more}>
          <Button look="plain" busy={feed.loading} onClick={more}>
            {feed.loading ? 'Turning the page…' : 'More'}
          </Button>
        </p>
      )}
    </>
  );
}

/** Whom and what to begin with: who added what is on the front page, and the tags most used. */
function Suggestions() {
  const session = useSession();
  const tags = (useTags().data?.pages ?? []).flat().slice(0, 8);
  const front = (useRanking({ order: 'hot', window: 'all' }).data?.pages ?? []).flat();
  const me = session.signedIn ? session.handle : undefined;
  const people = [...new Set(front.flatMap(({ by }) => (by && by !== me ? [by] : [])))].slice(0, 8);
  return (
    <>
      <Notice title="Nothing here yet">
        <p>
          Follow people, tags or items: the button is on their pages. What is done there comes here, newest first, from
          the last 60 days too.
        </p>
      </Notice>
      {people.length > 0 && (
        <section aria-labelledby="people-here">
          <h2 id="people-here">People on the front page</h2>
          <ul className={styles.suggested}>
            {people.map((handle) => (
              <li key={handle}>
                <Link href={`/@${handle}`}>@{handle}</Link>
                <FollowButton what="people" target={handle} name={`@${handle}`} bare />
              </li>
            ))}
          </ul>
          <p className={styles.fine}>Whom you follow is public. Which tags and items is not.</p>
        </section>
      )}
      {tags.length > 0 && (
        <section aria-labelledby="tags-here">
          <h2 id="tags-here">Tags most used</h2>
          <ul className={styles.suggested}>
            {tags.map(({ tag }) => (
              <li key={tag}>
                <Link href={`/t/${encodeURIComponent(tag)}`}>#{tag}</Link>
                <FollowButton what="tags" target={tag} name={`#${tag}`} bare />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
