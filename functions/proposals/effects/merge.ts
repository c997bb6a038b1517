import { ownersOf } from '#functions/claims/owners/reader.ts';
import { mergedOwnerWrites } from '#functions/claims/reader.ts';
import { itemIsOpen, itemWithStanding, requireItem, requireOpen } from '#functions/items/reader.ts';
import { revisionWrites } from '#functions/revisions/making/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Applying, Effect } from './effect.ts';

/** What an item was merged from stands in its row, which every listing and page of it reads. */
const mergedAtMost = 100;

type Pair = { from: string; into: string };

/**
 * One item goes into another: no fact is moved, so it can be taken apart again exactly. Neither may be merged or removed when
 * it is made, whatever is merged at the same moment: so what leads on leads somewhere, and never in a circle.
 */
export const merge: Effect<'merge'> = {
  check: async (change) => aboutPair('', await openPair(change)),
  writes: async (change, applying) => {
    const { from, into } = await openPair(change);
    const made = madeBy(applying);
    const [{ writes, item }, owners] = await Promise.all([
      revisionWrites(from, undefined, { ...made, did: 'merged', fact: { set: { mergedInto: into.id } } }),
      ownersOf(from.id, { strong: true }),
    ]);
    // Who owns the one does not come to own the other: they are told, and may claim it.
    const told = mergedOwnerWrites(owners, { into: into.id, title: into.title, at: made.at });
    return {
      writes: [...writes, itemIsOpen(into.id), ...told],
      revision: item.revision,
      opposite: { what: 'unmerge', from: from.id, into: into.id },
    };
  },
};

/** An item that was merged into another is one of its own again. */
export const unmerge: Effect<'unmerge'> = {
  check: async (change) => aboutPair('Take apart: ', await mergedPair(change)),
  writes: async (change, applying) => {
    const { from, into } = await mergedPair(change);
    const made = madeBy(applying);
    const [{ writes, item }, owners] = await Promise.all([
      revisionWrites(from, undefined, { ...made, did: 'unmerged', fact: { remove: ['mergedInto'] } }),
      ownersOf(from.id, { strong: true }),
    ]);
    const told = mergedOwnerWrites(owners, undefined);
    return {
      writes: [...writes, ...told],
      revision: item.revision,
      opposite: { what: 'merge', from: from.id, into: into.id },
    };
  },
};

const readPair = async ({ from, into }: Pair) => {
  const [one, other] = await Promise.all([requireItem(from), requireItem(into)]);
  return { from: one, into: other };
};

/** @throws item_not_found, item_merged, item_removed, change_not_possible */
async function openPair(change: Pair) {
  if (change.from === change.into) throw new AppError('change_not_possible', 'An item is not merged into itself');
  const pair = await readPair(change);
  if (pair.from.mergedInto === pair.into.id) throw new AppError('nothing_changes');
  requireOpen(pair.from);
  requireOpen(pair.into);
  if (pair.from.kind !== pair.into.kind)
    throw new AppError('change_not_possible', `A ${pair.from.kind} is not merged into a ${pair.into.kind}`);
  const { standing } = await itemWithStanding(change.into);
  if (Object.keys(standing?.merged ?? {}).length >= mergedAtMost)
    throw new AppError('change_not_possible', `No more than ${mergedAtMost} items are merged into one`);
  return pair;
}

/** @throws item_not_found, nothing_changes */
async function mergedPair(change: Pair) {
  const pair = await readPair(change);
  if (pair.from.mergedInto !== pair.into.id) throw new AppError('nothing_changes');
  return pair;
}

type Named = { id: string; title: string };
const aboutPair = (lead: string, { from, into }: { from: Named; into: Named }) => ({
  title: `${lead}${from.title} into ${into.title}`,
  // The page of what was merged leads on.
  href: `/i/${into.id}`,
  subjects: [
    { what: 'items' as const, id: from.id },
    { what: 'items' as const, id: into.id },
  ],
  itemId: from.id,
});

/** Under whose name, when and why a revision of a decision is. */
export const madeBy = ({ by, byId, now, summary, proposalId }: Applying) => ({
  ...(by === undefined ? {} : { by }),
  ...(byId === undefined ? {} : { byId }),
  at: isoSeconds(now),
  summary,
  proposal: proposalId,
});
