import type { Handler } from '#functions/http/handler.ts';
import { requireOpenItem } from '#functions/items/reader.ts';
import { claimIdOf, handleOf, requireAccount } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { hostOf } from './site.ts';
import { standingClaim, storeWaiting, type WaitingRow, waitingKey } from './table.ts';
import { myClaimOf } from './view.ts';

export const startClaim: Handler<'startClaim'> = async ({ params: { itemId } }, context) => {
  const { personId } = context.caller;
  const id = claimIdOf(personId, itemId);
  const [, item] = await Promise.all([requirePower(context, 'propose'), requireOpenItem(itemId)]);
  return untilDone(async () => {
    const [profile, there] = await Promise.all([requireAccount(context), standingClaim(itemId, id)]);
    const by = handleOf(profile);
    if (there) return { claim: myClaimOf(there, hostOf(item)) };
    const row: WaitingRow = {
      ...waitingKey(itemId, id),
      type: 'claim',
      id,
      itemId,
      title: item.title,
      by,
      byId: personId,
      at: isoSeconds(context.now),
      token: `${newId()}${newId()}`,
    };
    return (await storeWaiting(row, personId)) ? { claim: myClaimOf(row, hostOf(item)) } : undefined;
  });
};
