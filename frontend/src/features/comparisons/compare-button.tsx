import { Link } from 'wouter';
import { comparePage } from '#shared/comparisons/rules.ts';
import { Button } from '../../ui/button.tsx';
import styles from './comparisons.module.css';
import { type Kept, setAside, useTray } from './tray.ts';

/** Puts an item aside to compare it with others, and leads to those that were put aside before. */
export default function CompareButton({ id, title }: Kept) {
  const tray = useTray();
  const aside = tray.some((one) => one.id === id);
  const others = tray.filter((one) => one.id !== id);
  return (
    <div className={styles.aside}>
      <Button look="plain" aria-pressed={aside} onClick={() => setAside({ id, title }, !aside)}>
        {aside ? 'Comparing ✓' : 'Compare'}
        <span className="visually-hidden"> {title}</span>
      </Button>
      {aside && (
        <span role="status">
          {others.length === 0 ? (
            <Link href={comparePage([id])}>With what?</Link>
          ) : (
            <Link href={comparePage([id, ...others.map((one) => one.id)])}>
              Compare with {others.map((one) => one.title).join(', ')}
            </Link>
          )}
        </span>
      )}
    </div>
  );
}
