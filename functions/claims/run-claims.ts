import type { Context } from 'aws-lambda';
import { itemById } from '#functions/items/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { isGone } from '#shared/claims/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { type OwnerRow, ownerRow } from './owners/table.ts';
import { type Look, lookFor } from './proof/look.ts';
import { hostOf } from './site.ts';
import { noteLook, storeEnded, toBeChecked } from './table.ts';

/** What is left to end in good order. */
const reserve = 30_000;
const pageSize = 100;
const atOnce = 4;
/** What was looked at within these hours waits for the next day. */
const hours = 20;

/**
 * The scheduled job: looks every day whether the proofs of claims are still there. One that is missing for three days ends
 * the claim; one look that fails does not, since hosts are down at times.
 */
export async function runClaims(context: Pick<Context, 'getRemainingTimeInMillis'>, now = new Date()): Promise<void> {
  const done = { seen: 0, missing: 0, ended: 0, failed: 0 };
  const since = isoSeconds(new Date(now.getTime() - hours * 3_600_000));
  const isOver = () => context.getRemainingTimeInMillis() < reserve;
  let after: string | undefined;
  do {
    const { claims, last } = await toBeChecked(since, after, pageSize);
    await atMost(atOnce, claims, async ({ itemId, claimId }) => {
      if (!isOver()) done[await outcomeOf(itemId, claimId, now)] += 1;
    });
    after = last;
  } while (after !== undefined && !isOver());
  log('info', 'claims looked at', done);
}

async function outcomeOf(itemId: string, claimId: string, now: Date): Promise<'seen' | 'missing' | 'ended' | 'failed'> {
  try {
    const row = await ownerRow(itemId, claimId);
    if (!row) return 'ended';
    const at = isoSeconds(now);
    const { shown } = await lookAt(row);
    const missing = shown ? undefined : (row.missing ?? at);
    if (missing !== undefined && isGone(missing, now)) {
      await storeEnded(row, { at, why: 'gone' });
      return 'ended';
    }
    await noteLook(row, at, missing);
    return shown ? 'seen' : 'missing';
  } catch (error) {
    log('error', 'claim not looked at', { itemId, ...errorFields(error) });
    return 'failed';
  }
}

/** The proof at the host that was proven, while it is the item’s. */
async function lookAt({ itemId, way, host = '', token }: OwnerRow): Promise<Look> {
  const item = await itemById(itemId, { strong: true });
  if (!item || hostOf(item) !== host) return { shown: false, why: 'The item has another website now' };
  return lookFor(way === 'dns' ? 'dns' : 'file', host, token);
}
