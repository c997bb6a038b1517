import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { rendered } from '../client/rendered.ts';
import { currentSession, nobody, PageSession, useStoredSession } from '../client/session.ts';

/** Milliseconds after which a script that has not come is waited for no more: it may never come. */
const longest = 4000;

/**
 * Who the page is for. What was rendered for everyone becomes one's own in a transition, which waits for the parts that come
 * alive late: at once, they would give way to their fallbacks and jump back, under the finger of who presses there. On a page
 * that one has gone to since, nothing is to be waited for.
 */
export function OwnPage({ children }: { children: ReactNode }) {
  const session = useStoredSession();
  const [waits, setWaits] = useState(rendered !== undefined);
  const [path] = useLocation();
  const [first] = useState(path);
  const isOwn = !waits || path !== first;
  useEffect(() => {
    startTransition(() => setWaits(false));
    const late = setTimeout(() => setWaits(false), longest);
    return () => clearTimeout(late);
  }, []);
  useEffect(() => {
    // What was done to the page before is done now (theme.js).
    if (isOwn || !currentSession().signedIn) document.documentElement.dataset.hears = '';
  }, [isOwn]);
  return <PageSession value={isOwn ? session : nobody}>{children}</PageSession>;
}
