import { listById } from '#functions/lists/table.ts';
import { fresh } from './fields.ts';
import type { Examples } from './request.ts';

/** Valid requests of the operations on lists. */
export const listExamples: Pick<
  Examples,
  | 'getList'
  | 'listEntries'
  | 'getListEntry'
  | 'createList'
  | 'editList'
  | 'deleteList'
  | 'addToList'
  | 'removeFromList'
  | 'moveInList'
  | 'getMyBallot'
  | 'castBallot'
  | 'withdrawBallot'
> = {
  getList: ({ listId, closedListId }) => [{ params: { listId } }, { params: { listId: closedListId } }],
  listEntries: ({ listId }) => [{ params: { listId }, query: {} }],
  getListEntry: ({ listId, itemId }) => [{ params: { listId, itemId } }],
  createList: () => [
    {
      by: 'alice',
      body: { title: `A list ${fresh()}`, description: 'Of *things*.', mode: 'open', licence: 'CC0-1.0' },
    },
    { by: 'bob', body: { title: `A list ${fresh()}`, description: '', mode: 'closed', licence: 'CC-BY-4.0' } },
  ],
  editList: async ({ listId }) => {
    const list = await listById(listId, { strong: true });
    const body = { title: `Pages ${fresh()}`, description: 'Edited.', revision: list?.revision ?? 1 };
    return [{ by: 'alice', params: { listId }, body }];
  },
  deleteList: ({ doomedListId }) => [{ by: 'alice', params: { listId: doomedListId } }],
  addToList: ({ listId, closedListId, itemId, editedId }) => [
    { by: 'carol', params: { listId, itemId: editedId }, body: { note: `Said ${fresh()} times` } },
    { by: 'alice', params: { listId: closedListId, itemId }, body: { note: `Said ${fresh()} times` } },
  ],
  removeFromList: ({ listId, editedId }) => [{ by: 'carol', params: { listId, itemId: editedId } }],
  moveInList: ({ closedListId, itemId, editedId }) => [
    { by: 'alice', params: { listId: closedListId, itemId: editedId }, body: { after: null } },
    { by: 'alice', params: { listId: closedListId, itemId: editedId }, body: { after: itemId } },
  ],
  getMyBallot: ({ listId }) => [{ by: 'bob', params: { listId } }],
  castBallot: ({ listId, itemId }) => [{ by: 'bob', params: { listId }, body: { items: [itemId] } }],
  withdrawBallot: ({ listId }) => [{ by: 'dave', params: { listId } }],
};
