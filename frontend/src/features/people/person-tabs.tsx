import { Link } from 'wouter';
import { useNow } from '../../client/now.ts';
import styles from '../../ui/tabs.module.css';

type Props = { handle: string; current: 'contributions' | 'work' | 'saves' | 'comments' | 'year' };

/** The pages of a person. */
export function PersonTabs({ handle, current }: Props) {
  const year = new Date(useNow()).toISOString().slice(0, 4);
  const tabs = [
    { name: 'contributions', href: `/@${handle}`, label: 'Contributions' },
    { name: 'work', href: `/@${handle}/work`, label: 'Work' },
    { name: 'saves', href: `/@${handle}/saves`, label: 'Saves' },
    { name: 'comments', href: `/@${handle}/comments`, label: 'Comments' },
    { name: 'year', href: `/@${handle}/year/${year}`, label: 'Year' },
  ] as const;
  return (
    <nav aria-label={`Pages of @${handle}`} className={styles.tabs}>
      {tabs.map(({ name, href, label }) => (
        <Link key={name} href={href} aria-current={name === current ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
