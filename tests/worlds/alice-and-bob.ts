import { settingsOf } from '#functions/notifications/settings/table.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { proposalKey } from '#functions/proposals/table.ts';
import { updateRow } from '#functions/table/table.ts';
import { owns } from '#tests/builders/claim.ts';
import { subOf } from '#tests/builders/event.ts';
import { fieldsOf } from '#tests/builders/fields.ts';
import { as } from '#tests/integration/contract/call.ts';
import { members } from './members.ts';

/** alice added a link; bob reviewed it; carol and dave voted, tagged and saved (dave for himself); alice has three lists and two imports. mallory only has a handle. */
export type World = {
  /** alice's link, with bob's review and everybody's votes and tags; she has shown that it is hers. */
  itemId: string;
  reviewId: string;
  /** A book of alice's that carol read and reads again. */
  bookId: string;
  /** An area of alice's. */
  areaId: string;
  /** A place of alice's: carol was there, asked something and gave a tip. */
  placeId: string;
  /** What carol asked about the place, which bob answered. */
  questionId: string;
  /** Another link of alice's, which the examples edit. */
  editedId: string;
  /** An article of alice's in four revisions: bob added a line, alice another, bob changed alice's. */
  writtenId: string;
  /** alice's open list: carol put the edited link on it, alice the other; bob voted. */
  listId: string;
  /** alice's closed list, with both links. */
  closedListId: string;
  /** Another one of alice's, which the examples delete. */
  doomedListId: string;
  /** carol's comment on the link, which bob answered and dave voted for. */
  commentId: string;
  /** dave's comment on the link, which the examples withdraw. */
  doomedCommentId: string;
  /** carol proposes another title for the book; bob is for it, dave blocks. */
  proposalId: string;
  /** Another one of hers, which she withdrew. */
  withdrawnProposalId: string;
  /** One that was made, and can be taken back by its opposite. */
  appliedProposalId: string;
  importId: string;
  cancelledImportId: string;
  /** What ends dave’s digest. */
  digestToken: string;
  /** A list of dave’s whose title was taken off. */
  removedListId: string;
  /** That alice, as the steward, took the title off a list of dave’s. */
  actId: string;
};

const row = (n: number) => `${n + 1000},Book ${n},Ann,${n < 3 ? 4 : 0},${n < 3 ? 'Read' : ''}`;
/** Two steps of an import. */
const library = ['Book Id,Title,Author,My Rating,My Review', ...Array.from({ length: 30 }, (_, n) => row(n))].join(
  '\n',
);

/** Makes the world through the operations; nothing is projected yet. */
export async function aliceAndBob(): Promise<World> {
  // mallory has a handle and does nothing.
  for (const handle of [...members, 'mallory']) await as(handle).done('chooseHandle', { body: { handle } });
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
  const quarter = { name: 'A quarter of alice’s', position: { latitude: 48.2, longitude: 16.37 } };
  const areaId = (await alice.done('createItem', { body: { kind: 'area', fields: quarter } })).item.id;
  const readings = [
    { started: '2024-01-01', finished: '2024-01-20' },
    { started: '2024-02-01', progress: [{ on: '2024-02-03', page: 30 }] },
  ];
  await carol.done('saveItem', { params: { itemId: bookId }, body: { private: false, shelf: 'reading', readings } });
  const place = await alice.done('createItem', { body: { kind: 'place', fields: fieldsOf.place() } });
  const placeId = place.item.id;
  await carol.done('checkIn', { params: { itemId: placeId, day: '2024-03-01' }, body: { private: false } });
  const at = (what: 'questions' | 'tips') => ({ what, target: placeId });
  const asked = await carol.done('postComment', { params: at('questions'), body: { text: 'Is there a garden?' } });
  await bob.done('postComment', { params: at('questions'), body: { text: 'A small one.', parent: asked.comment.id } });
  await carol.done('postComment', { params: at('tips'), body: { text: 'Go upstairs.' } });
  await dave.done('putGoal', { params: { year: '2024', kind: 'book' }, body: { target: 12, private: true } });
  await carol.done('markReview', { params: { reviewId, mark: 'useful' } });
  await alice.done('markReview', { params: { reviewId, mark: 'cool' } });
  const writtenId = await writtenArticle(itemId);
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
  const say = async (by: typeof bob, text: string, parent?: string) =>
    (await by.done('postComment', { params: { what: 'items', target: itemId }, body: { text, parent } })).comment.id;
  const commentId = await say(carol, 'What do you make of it, @alice?');
  await say(bob, 'Worth the while.', commentId);
  const doomedCommentId = await say(dave, 'Never mind.');
  await dave.done('voteComment', { params: { commentId }, body: { value: 'up' } });
  const proposed = await carol.done('createProposal', {
    body: {
      change: { what: 'edit', itemId: bookId, base: 1, fields: { title: 'A better title' } },
      reason: 'It says what the book is about.',
    },
  });
  const proposalId = proposed.proposal.id;
  const other = await carol.done('createProposal', {
    body: {
      change: {
        what: 'edit',
        itemId: edited.item.id,
        base: 1,
        fields: { url: 'https://example.org/edited', title: 'No' },
      },
      reason: 'For no reason.',
    },
  });
  const withdrawnProposalId = other.proposal.id;
  await carol.done('withdrawProposal', { params: { proposalId: withdrawnProposalId } });
  const made = await carol.done('createProposal', {
    body: { change: { what: 'edit', itemId: bookId, base: 1, fields: { title: 'As it was' } }, reason: 'To go back.' },
  });
  const appliedProposalId = made.proposal.id;
  await updateRow(proposalKey(appliedProposalId), {
    UpdateExpression: 'SET #state = :applied, opposite = :opposite',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: {
      ':applied': 'applied',
      ':opposite': { what: 'edit', itemId: bookId, base: 1, fields: { title: 'As it was before' } },
    },
  });
  const onProposal = { params: { proposalId } };
  await bob.done('castProposalVote', { ...onProposal, body: { vote: 'for', version: 1 } });
  await dave.done('castProposalVote', { ...onProposal, body: { vote: 'block', version: 1, reason: 'Not at all.' } });
  const importOf = (text: string) => alice.done('startImport', { body: { format: 'goodreads', text } });
  const { id: importId } = (await importOf(library)).import;
  await alice.done('advanceImport', { params: { importId } });
  const { id: cancelledImportId } = (await importOf(`${library}\n9999,Last,Ann,5,`)).import;
  process.env.MAIL_DIRECTORY ??= '.data/mail';
  const settings = { off: [], digest: 'weekly' as const, watchWritten: true, site: 'https://example.org' };
  await dave.done('putNoticeSettings', { body: settings });
  const digestToken = (await settingsOf(personIdOf(subOf('dave'))))?.token ?? '';
  const { list } = await dave.done('createList', { body: { title: 'Against the law', mode: 'closed' } });
  const { act } = await alice.done('removeText', {
    params: { what: 'lists', target: list.id },
    body: { words: 'A court said so.' },
  });
  const actId = act.id;
  await owns('alice', itemId);
  return {
    itemId,
    reviewId,
    bookId,
    areaId,
    placeId,
    questionId: asked.comment.id,
    editedId: edited.item.id,
    writtenId,
    listId,
    closedListId,
    doomedListId,
    commentId,
    doomedCommentId,
    proposalId,
    withdrawnProposalId,
    appliedProposalId,
    importId,
    cancelledImportId,
    digestToken,
    removedListId: list.id,
    actId,
  };
}

async function writtenArticle(itemId: string): Promise<string> {
  const fields = { title: 'An article of alice’s' };
  const text = `# Pages\n\nSee [[i:${itemId}|a page]], [[@bob]] and [[#web]].\n`;
  const { item } = await as('alice').done('composeItem', { body: { kind: 'article', fields, text } });
  const revise = (name: string, base: number, now: string) =>
    as(name).done('reviseItem', { params: { itemId: item.id }, body: { fields, text: now, summary: 'More', base } });
  await revise('bob', 1, `A line of bob’s.\n\n${text}`);
  await revise('alice', 2, `A line of bob’s.\n\n${text}\nA line of alice’s.\n`);
  await revise('bob', 3, `A line of bob’s.\n\n${text}\nA better line of alice’s.\n`);
  return item.id;
}
