import { Link } from 'wouter';
import styles from './tag-links.module.css';

/** Tags as links to what else carries them. */
export function TagLinks({ tags, label }: { tags: readonly string[]; label: string }) {
  if (tags.length === 0) return null;
  return (
    <ul className={styles.tags} aria-label={label}>
      {tags.map((tag) => (
        <li key={tag}>
          <Link href={`/t/${encodeURIComponent(tag)}`} rel="tag">
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}
