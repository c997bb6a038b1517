import { Link } from 'wouter';
import styles from '../ui/tabs.module.css';

const pages = [
  { name: 'popular', href: '/popular', label: 'Popular' },
  { name: 'recent', href: '/recent', label: 'Recent' },
  { name: 'tags', href: '/tags', label: 'Tags' },
] as const;

/** The pages of what everybody saves. */
export function SavesOfAll({ current }: { current?: (typeof pages)[number]['name'] }) {
  return (
    <nav aria-label="What everybody saves" className={styles.tabs}>
      {pages.map(({ name, href, label }) => (
        <Link key={name} href={href} aria-current={name === current ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
