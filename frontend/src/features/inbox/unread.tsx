import styles from './inbox.module.css';
import { useUnread } from './queries.ts';

/** How many sent items wait unread, beside the link to them. */
export default function Unread() {
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className={styles.unread}>
      {unread >= 99 ? '99+' : unread}
      <span className="visually-hidden"> unread</span>
    </span>
  );
}
