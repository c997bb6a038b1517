import { as } from '#tests/integration/contract/call.ts';
import { members } from './members.ts';

/** alice added a link; bob reviewed it; carol and dave voted, tagged and saved (dave for himself); alice has three lists and two imports. Nobody else has a handle. */
export type World = {
  /** alice's link, with bob's review and everybody's votes and tags. */
  itemId: string;
  reviewId: string;
  /** A book of alice's that carol read and reads again. */
  bookId: string;
  /** Another link of alice's, which the examples edit. */
  editedId: string;
  /** alice's open list: carol put the edited link on it, alice the other; bob voted. */
  listId: string;
  /** alice's closed list, with both links. */
  closedListId: string;
  /** Another one of alice's, which the examples delete. */
  doomedListId: string;
  importId: string;
  cancelledImportId: string;
};

const row = (n: number) => `${n + 1000},Book ${n},Ann,${n < 3 ? 4 : 0},${n < 3 ? 'Read' : ''}`;
/** Two steps of an import. */
const library = ['Book Id,Title,Author,My Rating,My Review', ...Array.from({ length: 30 }, (_, n) => row(n))].join(
  '\n',
);

/** Makes the world through the operations; nothing is projected yet. */
export async function aliceAndBob(): Promise<World> {
  for (const handle of members) await as(handle).done('chooseHandle', { body: { handle } });
  const [alice, bob, carol, dave] = [as('alice'), as('bob'), as('carol'), as('dave')];
  const link = (url: string) => ({ body: { kind: 'link' as const, fields: { url, title: 'A page of alice’s' } } });
  const { item } = await alice.done('createItem', link('https://example.org/alice'));
  const edited = await alice.done('createItem', link('https://example.org/edited'));
  const itemId = item.id;
  const { review } = await bob.done('postReview', { params: { itemId }, body: { rating: 4, text: 'A fine page.' } });
  const reviewId = review.id;
  await bob.done('castVote', { params: { itemId }, body: { value: 'up' } });
  await carol.done('castVote', { params: { itemId }, body: { value: 'up' } });
  await dave.done('castVote', { params: { itemId }, body: { value: 'down' } });
  for (const tag of ['web', 'to-drop']) await carol.done('applyTag', { params: { itemId, tag } });
  await dave.done('applyTag', { params: { itemId, tag: 'web' } });
  await carol.done('saveItem', { params: { itemId }, body: { private: false, shelf: 'read', note: 'To keep.' } });
  await dave.done('saveItem', { params: { itemId }, body: { private: true, note: 'For dave alone.' } });
  const book = await alice.done('createItem', { body: { kind: 'book', fields: { title: 'A book of alice’s' } } });
  const bookId = book.item.id;
  const readings = [
    { started: '2024-01-01', finished: '2024-01-20' },
    { started: '2024-02-01', progress: [{ on: '2024-02-03', page: 30 }] },
  ];
  await carol.done('saveItem', { params: { itemId: bookId }, body: { private: false, shelf: 'reading', readings } });
  await dave.done('putGoal', { params: { year: '2024', kind: 'book' }, body: { target: 12, private: true } });
  await carol.done('markReview', { params: { reviewId, mark: 'useful' } });
  await alice.done('markReview', { params: { reviewId, mark: 'cool' } });
  const listOf = async (title: string, mode: 'open' | 'closed') =>
    (await alice.done('createList', { body: { title, mode, description: 'Pages *worth* a visit.' } })).list.id;
  const listId = await listOf('Pages of everybody', 'open');
  const closedListId = await listOf('Pages of alice’s', 'closed');
  const doomedListId = await listOf('Pages of yesterday', 'closed');
  await alice.done('addToList', { params: { listId, itemId }, body: { note: 'It was here first.' } });
  await carol.done('addToList', { params: { listId, itemId: edited.item.id }, body: { note: null } });
  for (const id of [itemId, edited.item.id]) {
    await alice.done('addToList', { params: { listId: closedListId, itemId: id }, body: { note: 'A fine one.' } });
  }
  await bob.done('castBallot', { params: { listId }, body: { items: [itemId] } });
  const importOf = (text: string) => alice.done('startImport', { body: { format: 'goodreads', text } });
  const { id: importId } = (await importOf(library)).import;
  await alice.done('advanceImport', { params: { importId } });
  const { id: cancelledImportId } = (await importOf(`${library}\n9999,Last,Ann,5,`)).import;
  return {
    itemId,
    reviewId,
    bookId,
    editedId: edited.item.id,
    listId,
    closedListId,
    doomedListId,
    importId,
    cancelledImportId,
  };
}
