import { createHmac } from 'node:crypto';
import { environment } from '#functions/runtime/environment.ts';
import { AppError } from '#shared/app-error.ts';
import { type LimitName, leaseOf, limits, windowAt } from '#shared/limits/rules.ts';
import { take } from './table.ts';

type Lease = { window: number; left: number };
/** What this instance took and has not spent. */
const leases = new Map<string, Lease>();

/**
 * Counts one write against a limit. Never more than the limit are let through, over all instances.
 * @throws too_many_requests, with the seconds until the window ends
 */
export async function spend(limit: LimitName, who: string, now: Date): Promise<void> {
  const { number: window, left } = windowAt(now);
  const name = `${limit}#${who}`;
  const lease = leases.get(name);
  if (lease?.window === window && lease.left > 0) {
    lease.left--;
    return;
  }
  const most = limits[limit] * environment.limitFactor;
  for (const count of [leaseOf(most), 1]) {
    if (await take(name, window, count, most)) {
      if (leases.size > 10_000) leases.clear();
      // Another request of this instance may have taken some meanwhile.
      const found = leases.get(name);
      leases.set(name, { window, left: count - 1 + (found?.window === window ? found.left : 0) });
      return;
    }
  }
  throw new AppError('too_many_requests', `Ask again in ${left} seconds`, undefined, left);
}

/** An address under a name that says nothing: it is kept for minutes, and nobody needs to know it. */
export function addressName(address: string): string {
  return createHmac('sha256', environment.edgeKey ?? environment.tableName)
    .update(address)
    .digest('base64url')
    .slice(0, 16);
}
