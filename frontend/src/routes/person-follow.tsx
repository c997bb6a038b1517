import FollowButton from '../features/follows/follow-button.tsx';
import MuteButton from '../features/follows/mute-button.tsx';
import styles from './home.module.css';

/** To follow or mute somebody, on their page, with what of that is public. */
export default function PersonFollow({ handle }: { handle: string }) {
  return (
    <div className={styles.person}>
      <FollowButton what="people" target={handle} name={`@${handle}`} />
      <MuteButton what="people" target={handle} name={`@${handle}`} />
      <p className={styles.fine}>Whom you follow is public; whom you mute is not.</p>
    </div>
  );
}
