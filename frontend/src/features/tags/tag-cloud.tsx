import { Link } from 'wouter';
import { counted } from '../../ui/numbers.ts';
import styles from './tag-cloud.module.css';

type Props = {
  tags: readonly { tag: string; count: number }[];
  hrefOf: (tag: string) => string;
  label: string;
  current?: string | undefined;
  one: string;
  settled?: boolean;
};

const sizes = 6;

/** Tags by letter, each the larger the more stand under it, by the logarithm of their number. */
export function TagCloud({ tags, hrefOf, label, current, one, settled = false }: Props) {
  const most = Math.log(Math.max(2, ...tags.map(({ count }) => count)));
  const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
  return (
    <ul className={styles.cloud} aria-label={label}>
      {[...tags]
        .sort((a, b) => collator.compare(a.tag, b.tag))
        .map(({ tag, count }) => (
          <li key={tag} data-size={1 + Math.round((Math.log(Math.max(1, count)) / most) * (sizes - 1))}>
            <Link
              href={hrefOf(tag)}
              rel="tag"
              aria-current={tag === current ? 'page' : undefined}
              title={counted(count, one, settled)}
            >
              {tag}
              <span className="visually-hidden">, {counted(count, one, settled)}</span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
