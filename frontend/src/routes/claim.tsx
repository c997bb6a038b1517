import { Link } from 'wouter';
import { useSession } from '../client/session.ts';
import styles from '../features/claims/claims.module.css';
import { MyClaim } from '../features/claims/my-claim.tsx';
import { Owners, PastOwners } from '../features/claims/owners.tsx';
import { useClaims } from '../features/claims/queries.ts';
import { useItem } from '../features/items/queries.ts';
import { Notice } from '../ui/notice.tsx';
import { OfItem } from './of-item.tsx';

/** Who owns an item, how that was shown, and the way to show that it is one’s own. */
export default function ClaimRoute({ itemId }: { itemId: string }) {
  const item = useItem(itemId);
  const found = useClaims(itemId);
  const session = useSession();
  const back = encodeURIComponent(`/i/${itemId}/claim`);
  const { removed, mergedInto } = item.data?.item ?? {};
  return (
    <OfItem
      itemId={itemId}
      over="Who owns"
      title={found.data && item.data?.item.title}
      error={item.error ?? found.error}
      retry={() => {
        item.reload();
        found.reload();
      }}
    >
      {found.data && <Owners itemId={itemId} owners={found.data.owners} />}
      <p className={styles.fine}>
        An owner may reply once to each review, in public. Nothing else: no review can be hidden, moved or counted
        otherwise, and what the owner writes about it themselves counts in no rating. A vote or a save of theirs counts
        as one, as anybody’s does.
      </p>
      <section className={styles.part} aria-labelledby="mine">
        <h2 id="mine">Is it yours?</h2>
        {mergedInto !== undefined ? (
          <Notice title="It was merged into another page">
            <p>
              Who owns this one does not own that one by it. Is that one yours, too?{' '}
              <Link href={`/i/${mergedInto}/claim`}>Show it there</Link>.
            </p>
          </Notice>
        ) : removed ? (
          <Notice title="It takes nothing new" />
        ) : session.signedIn && session.handle !== null ? (
          <MyClaim itemId={itemId} />
        ) : (
          <Notice title="Show that it is yours">
            <p>
              {session.signedIn ? (
                <Link href={`/choose-handle?back=${back}`}>Choose a handle</Link>
              ) : (
                <Link href={`/sign-in?back=${back}`}>Sign in</Link>
              )}{' '}
              to show it{found.data?.host ? ` at ${found.data.host}` : ''}, by a DNS record, a file or a proposal.
            </p>
          </Notice>
        )}
      </section>
      {found.data && <PastOwners past={found.data.past} />}
    </OfItem>
  );
}
