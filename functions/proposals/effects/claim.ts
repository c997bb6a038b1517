import { ownerRow } from '#functions/claims/owners/reader.ts';
import { endedWrites, provenWrites, requireRoom, waitingRow } from '#functions/claims/reader.ts';
import { itemIsOpen, requireItem, requireOpenItem } from '#functions/items/reader.ts';
import { AppError } from '#shared/app-error.ts';
import type { ChangeOf } from '#shared/proposals/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Effect } from './effect.ts';

/** Who proposes it owns the item: where there is no website to prove that at, everybody's consent does. */
export const claim: Effect<'claim'> = {
  check: async (change, byId) => {
    const [item, { byId: whose }] = await Promise.all([requireOpenItem(change.itemId), waitingClaim(change)]);
    // Of another's it could never be made, and would stand in the way of theirs.
    if (whose !== byId) throw noSuchClaim();
    return aboutItem(`The owner of ${item.title}`, item.id);
  },
  writes: async (change, { proposalId, byId, now }) => {
    const [, row] = await Promise.all([
      requireOpenItem(change.itemId),
      waitingClaim(change),
      requireRoom(change.itemId),
    ]);
    if (byId === undefined || row.byId !== byId)
      throw new AppError('change_not_possible', 'Who proposed it is not whose claim it is');
    return {
      writes: [
        ...provenWrites(row, { at: isoSeconds(now), way: 'consent', proposal: proposalId }),
        itemIsOpen(change.itemId),
      ],
      opposite: { what: 'unclaim', itemId: change.itemId, claim: change.claim },
    };
  },
};

/** An owner is none any more, however they proved it. */
export const unclaim: Effect<'unclaim'> = {
  check: async (change) => {
    const [item] = await Promise.all([requireItem(change.itemId), provenClaim(change)]);
    return aboutItem(`Not the owner of ${item.title}`, item.id);
  },
  writes: async (change, { proposalId, now }) => ({
    writes: endedWrites(await provenClaim(change), { at: isoSeconds(now), why: 'consent', proposal: proposalId }),
  }),
};

const noSuchClaim = () =>
  new AppError('change_not_possible', 'There is no such claim: begin it on the page of the item');

/** @throws change_not_possible, nothing_changes */
async function waitingClaim({ itemId, claim: id }: ChangeOf<'claim'>) {
  const [waits, owns] = await Promise.all([waitingRow(itemId, id), ownerRow(itemId, id)]);
  if (owns) throw new AppError('nothing_changes');
  if (!waits) throw noSuchClaim();
  return waits;
}

/** @throws nothing_changes */
async function provenClaim({ itemId, claim: id }: ChangeOf<'unclaim'>) {
  const row = await ownerRow(itemId, id);
  if (!row) throw new AppError('nothing_changes');
  return row;
}

const aboutItem = (title: string, itemId: string) => ({
  title,
  href: `/i/${itemId}/claim`,
  subjects: [{ what: 'items' as const, id: itemId }],
  itemId,
});
