import { kinds } from 'virtual:contract';
import { lazy, Suspense } from 'react';
import { Link, useLocation } from 'wouter';
import { never } from '../client/never.ts';
import { useSession } from '../client/session.ts';
import { SearchBox } from '../features/search/search-box.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import styles from './masthead.module.css';

// Only for those who are signed in, and after the page: which stands without it too, where it does not come.
const Unread = lazy(() => import('../features/inbox/unread.tsx').catch(() => ({ default: () => null })));
const ThemeToggle = lazy(() => import('./theme-toggle.tsx').catch(never));

const places = [
  { href: '/', label: 'Everything' },
  ...Object.entries(kinds).map(([kind, { plural }]) => ({ href: `/k/${kind}`, label: plural })),
  { href: '/tags', label: 'Tags' },
];
/** What is one's own comes first: on a phone the line moves, and its end is out of sight. */
const ownPlaces = (handle: string | null | undefined) => [
  { href: '/home', label: 'Home' },
  ...(handle ? [{ href: `/@${handle}/saves`, label: 'Your saves' }] : []),
  { href: '/notifications', label: 'For you' },
];

export function Masthead() {
  const [path] = useLocation();
  const session = useSession();
  return (
    <header className={styles.masthead}>
      <div className={styles.inner}>
        <Link href="/" className={styles.home}>
          <Wordmark />
        </Link>
        {path !== '/search' && <SearchBox className={styles.search} />}
        <div className={styles.own}>
          <Suspense fallback={<span className={styles.icon} />}>
            <ThemeToggle className={styles.icon} />
          </Suspense>
          {session.signedIn ? (
            <Link href={session.handle === null ? '/choose-handle' : '/account'} className={styles.who}>
              {session.handle ? `@${session.handle}` : session.handle === null ? 'Choose a handle' : 'Your account'}
            </Link>
          ) : (
            <Link href={`/sign-in${backFrom(path)}`} className={styles.who}>
              Sign in
            </Link>
          )}
          <Link href="/submit" className={styles.add}>
            <span aria-hidden="true">+</span> Add
          </Link>
        </div>
        <nav aria-label="Sections" className={styles.sections}>
          <ul>
            {[...(session.signedIn ? ownPlaces(session.handle) : []), ...places].map(({ href, label }) => (
              <li key={href}>
                <Link href={href} aria-current={path === href ? 'page' : undefined}>
                  {label}
                  {label === 'For you' && (
                    <Suspense>
                      <Unread />
                    </Suspense>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

const backFrom = (path: string) =>
  /^\/(?:sign-|reset-password|choose-handle)/.test(path) || path === '/' ? '' : `?back=${encodeURIComponent(path)}`;
