import { Link } from 'wouter';
import { WithHandle } from '../features/people/guard.tsx';
import { WatchedList } from '../features/watches/watched-list.tsx';
import { WatchedThings } from '../features/watches/watched-things.tsx';
import { Heading } from '../ui/heading.tsx';
import { ForYouTabs } from './for-you-tabs.tsx';
import styles from './home.module.css';

export default function WatchingRoute() {
  return (
    <>
      <Heading title="Watching" />
      <WithHandle toDo="see what changed of what you watch" back="/watching">
        <ForYouTabs current="watching" />
        <p className={styles.intro}>
          What was changed, proposed and said in the last 60 days where you watch. Nobody is told what you watch.{' '}
          <Link href="/changes">Recent changes of the whole site</Link>
        </p>
        <WatchedList />
        <h2 className={styles.part}>What you watch</h2>
        <p className={styles.fine}>
          What you edit and comment on you watch from then on, unless you{' '}
          <Link href="/notifications#settings">switch that off</Link>.
        </p>
        <WatchedThings what="items" none="No item yet." />
        <WatchedThings what="tags" none="No tag yet." />
        <WatchedThings what="comments" />
        <WatchedThings what="proposals" />
        <WatchedThings what="people" />
        <WatchedThings what="reviews" />
        <WatchedThings what="lists" />
        <WatchedThings what="revisions" />
      </WithHandle>
    </>
  );
}
