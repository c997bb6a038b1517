import { claimIdOf } from '#functions/people/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import type { Key } from '#functions/table/table.ts';
import { claimsOf, itemsClaimed, removeWaiting, storeEnded, unnamePast } from './table.ts';

/** Whoever claimed thousands of things leaves before the function is ended. */
const atOnce = 16;

/** Ends what a person who leaves claimed, and takes them off what ended before. Safe to repeat. */
export async function leaveClaims(personId: string, rows: readonly Key[], at: string): Promise<void> {
  await atMost(atOnce, itemsClaimed(rows), async (itemId) => {
    for (let left = await claimsOf(itemId, personId); left.length > 0; left = await claimsOf(itemId, personId)) {
      for (const claim of left) {
        if (claim.type === 'claim') await removeWaiting(itemId, claimIdOf(personId, itemId));
        else if (claim.type === 'owner') await storeEnded(claim, { at, why: 'left' });
        else await unnamePast(claim);
      }
    }
  });
}
