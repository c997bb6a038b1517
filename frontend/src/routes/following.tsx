import { Followed, Muted } from '../features/follows/chosen.tsx';
import { WithHandle } from '../features/people/guard.tsx';
import { Heading } from '../ui/heading.tsx';
import styles from './home.module.css';

export default function FollowingRoute() {
  return (
    <>
      <Heading title="Whom and what you follow" />
      <WithHandle toDo="see whom and what you follow" back="/following">
        <p className={styles.intro}>
          Whom you follow is public, as is who follows you. Which tags and items you follow is nobody’s business but
          yours; so is what you mute.
        </p>
        <h2 className={styles.part}>People</h2>
        <Followed what="people" none="You follow nobody yet." />
        <h2 className={styles.part}>Tags</h2>
        <Followed what="tags" none="You follow no tag yet." />
        <h2 className={styles.part}>Items</h2>
        <Followed what="items" none="You follow no item yet." />
        <h2 className={styles.part}>Muted</h2>
        <Muted />
      </WithHandle>
    </>
  );
}
