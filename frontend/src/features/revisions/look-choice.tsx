import { Link } from 'wouter';
import type { Look } from './comparison.tsx';
import styles from './revisions.module.css';

const labels: Record<Look, string> = { inline: 'One below the other', sides: 'Side by side' };
const looks = Object.keys(labels) as Look[];

/** How an address asks for a comparison to be shown. */
export const lookIn = (search: string): Look => looks.find((look) => look === viewIn(search)) ?? 'inline';
const viewIn = (search: string) => new URLSearchParams(search).get('view');

/** Whether what changed is shown inline or side by side, at the page's own address. */
export function LookChoice({ path, search }: { path: string; search: string }) {
  const chosen = lookIn(search);
  return (
    <nav className={styles.looks} aria-label="How it is shown">
      {looks.map((look) => (
        <Link
          key={look}
          href={addressOf(path, search, look)}
          replace
          aria-current={look === chosen ? 'page' : undefined}
        >
          {labels[look]}
        </Link>
      ))}
    </nav>
  );
}

function addressOf(path: string, search: string, look: Look): string {
  const query = new URLSearchParams(search);
  if (look === 'inline') query.delete('view');
  else query.set('view', look);
  return query.size > 0 ? `${path}?${query}` : path;
}
