import { orders, windows } from 'virtual:contract';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { orderLabels, windowLabels } from '#shared/ranking/labels.ts';
import styles from './order-links.module.css';
import { type Listing, listingAddress } from './scope.ts';

/** The orders and windows of a listing, as links: every one is an address to share. */
export function OrderLinks({ listing }: { listing: Listing }) {
  const line = useRef<HTMLElement>(null);
  const { order: current } = listing;
  const isFirst = useRef(true);
  // On a narrow screen the orders are a line that moves: the current one is brought into view, unless somebody moved the
  // line while the page came alive.
  useEffect(() => {
    const wasMoved = isFirst.current && line.current?.scrollLeft;
    isFirst.current = false;
    const found = line.current?.querySelector<HTMLElement>(`[data-order="${current}"]`);
    if (line.current && found && !wasMoved)
      line.current.scrollLeft = found.offsetLeft + (found.offsetWidth - line.current.clientWidth) / 2;
  }, [current]);
  return (
    <div className={styles.bar}>
      <nav ref={line} aria-label="Order" className={styles.orders}>
        <ul>
          {orders.map((order) => (
            <li key={order}>
              <Link
                href={listingAddress({ ...listing, order })}
                data-order={order}
                aria-current={order === listing.order ? 'true' : undefined}
              >
                {orderLabels[order]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <details className={styles.window} key={listing.window + listing.order}>
        <summary>
          <span className="visually-hidden">Added: </span>
          {windowLabels[listing.window]}
        </summary>
        <nav aria-label="When added">
          <ul>
            {windows.map((window) => (
              <li key={window}>
                <Link
                  href={listingAddress({ ...listing, window })}
                  aria-current={window === listing.window ? 'true' : undefined}
                >
                  {windowLabels[window]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </div>
  );
}
