import { type ItemRow, itemsByIdentifiers, requireOpenItem } from '#functions/items/reader.ts';
import { draftOf, revisionWrites } from '#functions/revisions/making/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { ChangeOf } from '#shared/proposals/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { Effect } from './effect.ts';

/** What an edit comes to on the item as it is now. @throws edit_conflict, revision_removed, identifier_taken, invalid_input */
async function draftFor(item: ItemRow, { fields, text, base }: ChangeOf<'edit'>) {
  const draft = await draftOf(item, { base, ...(fields ? { fields } : {}), ...(text === undefined ? {} : { text }) });
  const come = (draft?.described?.names ?? []).filter((name) => !item.names.includes(name));
  const taken =
    come.length > 0 ? [...(await itemsByIdentifiers(come)).values()].find(({ id }) => id !== item.id) : undefined;
  if (taken) throw new AppError('identifier_taken', `“${taken.title}” is known by it`);
  return draft;
}

/** An edit of an item: made as a revision like any other, put together with what others changed since. */
export const edit: Effect<'edit'> = {
  check: async (change) => {
    const item = await requireOpenItem(change.itemId);
    if (!(await draftFor(item, change))) throw new AppError('nothing_changes');
    const { schema, title } = kinds[item.kind];
    const fields = change.fields && schema.parse(change.fields);
    const called = fields ? title(fields) : item.title;
    return {
      title: called === item.title ? item.title : `${item.title} → ${called}`,
      href: `/i/${item.id}`,
      subjects: [{ what: 'items', id: item.id }],
      itemId: item.id,
      change: { ...change, ...(fields ? { fields } : {}) },
    };
  },
  writes: async (change, { proposalId, by, byId, summary, newcomer = false, now }) => {
    const item = await requireOpenItem(change.itemId);
    const draft = await draftFor(item, change);
    // Somebody did the same meanwhile: it is as was wished.
    if (!draft) return { writes: [] };
    const { writes, item: next } = await revisionWrites(item, draft, {
      ...(by === undefined ? {} : { by }),
      ...(byId === undefined ? {} : { byId }),
      at: isoSeconds(now),
      did: 'edited',
      summary,
      base: change.base,
      proposal: proposalId,
      newcomer,
    });
    return { writes, revision: next.revision };
  },
};
