import type { Handler } from '#functions/http/handler.ts';
import { requireItem } from '#functions/items/reader.ts';
import { claimIdOf, requireAccount } from '#functions/people/reader.ts';
import { hostOf } from './site.ts';
import { standingClaim } from './table.ts';
import { myClaimOf } from './view.ts';

export const getMyClaim: Handler<'getMyClaim'> = async ({ params: { itemId } }, context) => {
  const [, item, row] = await Promise.all([
    requireAccount(context),
    requireItem(itemId),
    standingClaim(itemId, claimIdOf(context.caller.personId, itemId)),
  ]);
  return { claim: row ? myClaimOf(row, hostOf(item)) : null };
};
