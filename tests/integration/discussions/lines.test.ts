import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commentTextRemoval } from '#functions/discussions/reader.ts';
import { transact } from '#functions/table/table.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { bookBy, proposedEdit } from '#tests/worlds/proposal.ts';

let system: System;
let proposalId: string;
let number = 0;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob']) await as(handle).done('chooseHandle', { body: { handle } });
});
beforeEach(async () => {
  const itemId = await bookBy('alice', `A book ${number++}`, 'One\n\nTwo');
  proposalId = (await proposedEdit('bob', itemId, { text: 'One\n\nThree' })).proposal.id;
});
afterAll(() => system.stop());

const at = () => ({ what: 'proposals', target: proposalId });
const line = { version: 1, side: 'after' as const, number: 3, text: 'Three' };
const said = async (body: Record<string, unknown>) =>
  (await as('alice').done('postComment', { params: at(), body })).comment;
const atLines = async () => {
  await system.settle();
  return (await seen('listLineComments', { params: at(), query: {} })).entries;
};

describe('what is said about a line of a proposal', () => {
  it('is found by its line and in the discussion, and answered like anything', async () => {
    const later = await said({ text: 'Of the last line', line });
    const former = await said({ text: 'Why not two?', line: { ...line, side: 'before', number: 1, text: 'Two' } });
    await said({ text: 'Of all of it' });
    await as('bob').done('postComment', { params: at(), body: { text: 'Because', parent: former.id } });
    const found = await atLines();
    expect(found.map(({ id }) => id)).toEqual([former.id, later.id]);
    expect(found[0]).toMatchObject({ replies: 1, first: [{ text: 'Because' }], line: { side: 'before', number: 1 } });
    const { page, comments } = await seen('getThread', { params: at(), query: {} });
    expect(comments).toBe(4);
    expect(page.entries.find(({ id }) => id === later.id)?.line).toEqual(line);
    await system.settle();
  });

  it('quotes nothing any more once it is withdrawn or removed', async () => {
    const [one, two] = [await said({ text: 'One', line }), await said({ text: 'Two', line })];
    await as('bob').done('postComment', { params: at(), body: { text: 'Hm', parent: one.id } });
    await as('alice').done('withdrawComment', { params: { commentId: one.id } });
    const removal = await commentTextRemoval(two.id, 'AbCdEfGhIjKl');
    await transact(removal?.writes ?? []);
    expect(await atLines()).toEqual([]);
    for (const { id } of [one, two])
      expect((await seen('getComment', { params: { commentId: id }, query: {} })).comment.line).toBeUndefined();
  });

  it('is about a version there is, begins what is said, and is of no other thread', async () => {
    const { id } = await said({ text: 'One', line });
    for (const body of [
      { text: 'Of no version', line: { ...line, version: 2 } },
      { text: 'A reply', line, parent: id },
    ])
      expect(await as('alice').call('postComment', { params: at(), body })).toMatchObject({ code: 'invalid_input' });
    const params = { what: 'people', target: 'bob' };
    const elsewhere = await as('alice').call('postComment', { params, body: { text: 'On a person', line } });
    expect(elsewhere).toMatchObject({ code: 'invalid_input' });
  });
});
