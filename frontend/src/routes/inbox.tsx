import { Link } from 'wouter';
import MuteButton from '../features/follows/mute-button.tsx';
import { hideSender, InboxList } from '../features/inbox/inbox-list.tsx';
import { WithHandle } from '../features/people/guard.tsx';
import { Heading } from '../ui/heading.tsx';
import { ForYouTabs } from './for-you-tabs.tsx';
import styles from './home.module.css';

export default function InboxRoute() {
  return (
    <>
      <Heading title="Sent to you" />
      <WithHandle toDo="see what was sent to you" back="/inbox">
        <ForYouTabs current="inbox" />
        <p className={styles.intro}>
          What people sent to you. Whoever you mute can still send, and you see nothing of it; they are not told.{' '}
          <Link href="/following">Your mutes</Link>
        </p>
        <InboxList
          more={({ by }) => <MuteButton what="people" target={by} name={`@${by}`} onMuted={() => hideSender(by)} />}
        />
      </WithHandle>
    </>
  );
}
