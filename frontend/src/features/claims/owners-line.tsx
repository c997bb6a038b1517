import { Link } from 'wouter';
import type { ItemOwner } from '#shared/claims/schema.ts';
import styles from './claims.module.css';

/** Who owns an item, in a line of its page; or the way to say that it is one’s own. */
export function OwnersLine({ itemId, owners }: { itemId: string; owners: readonly ItemOwner[] }) {
  const page = `/i/${itemId}/claim`;
  if (owners.length === 0)
    return (
      <p className={styles.line}>
        <Link href={page}>Is it yours?</Link>
      </p>
    );
  return (
    <p className={styles.line}>
      {owners.length === 1 ? 'Its owner here: ' : 'Its owners here: '}
      {owners.map(({ by }, index) => (
        <span key={by}>
          {index > 0 && ', '}
          <Link href={`/@${by}`}>@{by}</Link>
        </span>
      ))}{' '}
      · <Link href={page}>how that was shown</Link>
    </p>
  );
}
