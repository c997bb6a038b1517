import { Link } from 'wouter';
import { useWaiting } from '../client/waiting.ts';
import styles from '../ui/tabs.module.css';

const tabs = [
  { at: 'notifications', label: 'Notifications', href: '/notifications' },
  { at: 'inbox', label: 'Sent to you', href: '/inbox' },
  { at: 'watching', label: 'Watching', href: '/watching' },
] as const;

/** The pages of what waits for me, with how much of it is new. */
export function ForYouTabs({ current }: { current: (typeof tabs)[number]['at'] }) {
  const waiting = useWaiting();
  return (
    <nav className={styles.tabs} aria-label="For you">
      {tabs.map(({ at, label, href }) => {
        const count = waiting?.[at] ?? 0;
        return (
          <Link key={at} href={href} aria-current={at === current ? 'page' : undefined}>
            {label}
            {count > 0 && (
              <>
                {' '}
                ({count >= 99 ? '99+' : count}
                <span className="visually-hidden"> new</span>)
              </>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
