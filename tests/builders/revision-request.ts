import { itemById } from '#functions/items/table.ts';
import { fieldsOf, fresh } from './fields.ts';
import type { Examples } from './request.ts';

/** Valid requests of the operations on revisions. */
export const revisionExamples: Pick<
  Examples,
  | 'getText'
  | 'listRevisions'
  | 'getRevision'
  | 'compareRevisions'
  | 'getAuthors'
  | 'listBacklinks'
  | 'reviseItem'
  | 'undoRevision'
  | 'revertItem'
  | 'composeItem'
> = {
  getText: ({ writtenId }) => [{ params: { itemId: writtenId } }],
  listRevisions: ({ writtenId, itemId }) => [
    { params: { itemId: writtenId }, query: {} },
    { params: { itemId }, query: {} },
  ],
  getRevision: ({ writtenId, itemId }) => [{ params: { itemId: writtenId, n: '2' } }, { params: { itemId, n: '1' } }],
  compareRevisions: ({ writtenId }) => [{ params: { itemId: writtenId, n: '1', to: '2' } }],
  getAuthors: ({ writtenId }) => [{ params: { itemId: writtenId } }],
  listBacklinks: ({ itemId }) => [
    { params: { what: 'items', target: itemId }, query: {} },
    { params: { what: 'people', target: 'alice' }, query: {} },
    { params: { what: 'tags', target: 'Web' }, query: {} },
  ],
  reviseItem: async ({ editedId }) => {
    const item = await itemById(editedId, { strong: true });
    const body = {
      fields: fieldsOf.link(),
      text: `Said ${fresh()} times, see [[#web]].`,
      summary: 'Said once more',
      minor: true,
      base: item?.revision ?? 1,
    };
    return [{ by: 'alice', fieldsOf: 'link', params: { itemId: editedId }, body }];
  },
  undoRevision: ({ writtenId }) => [{ by: 'bob', params: { itemId: writtenId, n: '2' }, body: { summary: 'Not so' } }],
  revertItem: ({ writtenId }) => [{ by: 'bob', params: { itemId: writtenId, n: '3' }, body: { summary: 'It was so' } }],
  composeItem: () => [
    {
      by: 'alice',
      fieldsOf: 'article',
      body: { kind: 'article', fields: fieldsOf.article(), text: `On ${fresh()}`, licence: 'CC0-1.0' },
    },
  ],
};
