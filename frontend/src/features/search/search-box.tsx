import { lazy, Suspense, useRef, useState } from 'react';
import { never } from '../../client/never.ts';
import styles from './search-box.module.css';

// For whoever begins to type: without it the form leads to the same page.
const Suggestions = lazy(() => import('./suggestions.tsx').catch(never));

/** The way into search from every page: a form of its own, with suggestions once somebody is in it. */
export function SearchBox({ className }: { className: string | undefined }) {
  const [entered, setEntered] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <search className={className} onFocus={() => setEntered(true)}>
      <form action="/search" className={styles.box}>
        <input
          ref={input}
          type="search"
          name="q"
          aria-label="Search, or ask in plain words"
          placeholder="Search or ask"
          maxLength={300}
          autoComplete="off"
        />
        <button type="submit" aria-label="Search">
          <svg viewBox="0 0 24 24" width="20" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
            <path d="M16 16l5 5M4 10.500a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0" />
          </svg>
        </button>
      </form>
      {entered && (
        <Suspense>
          <Suggestions input={input} />
        </Suspense>
      )}
    </search>
  );
}
