import { type ItemRow, requireItem, requireOpen } from '#functions/items/reader.ts';
import { revisionWrites } from '#functions/revisions/making/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Effect } from './effect.ts';
import { madeBy } from './merge.ts';

/** An item leaves every listing; its page says why, and what people gave stays readable there. */
export const removal: Effect<'removal'> = {
  check: async ({ itemId }) => aboutItem('Remove', await openItem(itemId)),
  writes: async ({ itemId }, applying) => {
    const before = await openItem(itemId);
    const { now, summary, proposalId } = applying;
    const removed: ItemRow['removed'] = { at: isoSeconds(now), reason: summary, proposal: proposalId };
    const { writes, item } = await revisionWrites(before, undefined, {
      ...madeBy(applying),
      did: 'removed',
      fact: { set: { removed } },
    });
    return { writes, revision: item.revision, opposite: { what: 'restoration', itemId } };
  },
};

/** An item that was removed is back, with all it had. */
export const restoration: Effect<'restoration'> = {
  check: async ({ itemId }) => aboutItem('Bring back', await removedItem(itemId)),
  writes: async ({ itemId }, applying) => {
    const { writes, item } = await revisionWrites(await removedItem(itemId), undefined, {
      ...madeBy(applying),
      did: 'restored',
      fact: { remove: ['removed'] },
    });
    return { writes, revision: item.revision, opposite: { what: 'removal', itemId } };
  },
};

/** @throws item_not_found, item_merged, nothing_changes */
async function openItem(itemId: string): Promise<ItemRow> {
  const item = await requireItem(itemId);
  if (item.removed) throw new AppError('nothing_changes');
  requireOpen(item);
  return item;
}

/** @throws item_not_found, nothing_changes */
async function removedItem(itemId: string): Promise<ItemRow> {
  const item = await requireItem(itemId);
  if (!item.removed) throw new AppError('nothing_changes');
  return item;
}

const aboutItem = (lead: string, { id, title }: ItemRow) => ({
  title: `${lead}: ${title}`,
  href: `/i/${id}`,
  subjects: [{ what: 'items' as const, id }],
  itemId: id,
});
