import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { exactCount } from '../ui/numbers.ts';
import styles from './item.module.css';

/** The pages of an item, for readers first: what is asked and said of it, what became of it, what is asked for. */
const pages = [
  ['questions', 'Questions'],
  ['tips', 'Tips'],
  ['talk', 'Talk'],
  ['edit', 'Edit'],
  ['history', 'History'],
  ['proposals', 'Proposals'],
  ['links', 'What links here'],
  ['work', 'Who made it'],
] as const;

export function ItemPages({ itemId, comments = 0 }: { itemId: string; comments?: number }) {
  const [here] = useLocation();
  const line = useRef<HTMLElement>(null);
  // On a narrow screen they are a line that moves: the page that is open is brought into view.
  useEffect(() => {
    const current = line.current?.querySelector<HTMLElement>(`[href="${here}"]`);
    if (!line.current || !current) return;
    const { left, width } = current.getBoundingClientRect();
    line.current.scrollLeft += left + width / 2 - document.documentElement.clientWidth / 2;
  }, [here]);
  return (
    <nav ref={line} className={styles.pages} aria-label="Pages of this item">
      <ul>
        {pages.map(([path, label]) => (
          <li key={path}>
            <Link href={`/i/${itemId}/${path}`} aria-current={here === `/i/${itemId}/${path}` ? 'page' : undefined}>
              {label}
            </Link>
            {path === 'talk' && comments > 0 && ` ${exactCount(comments)}`}
          </li>
        ))}
      </ul>
    </nav>
  );
}
