import { useWaiting } from '../../client/waiting.ts';
import styles from './inbox.module.css';

/** How much waits unread, beside the link to it: notifications, and what was sent to me. */
export default function Unread() {
  const waiting = useWaiting();
  const unread = waiting ? waiting.notifications + waiting.inbox : 0;
  if (unread === 0) return null;
  return (
    <span className={styles.unread}>
      {unread >= 99 ? '99+' : unread}
      <span className="visually-hidden"> unread</span>
    </span>
  );
}
