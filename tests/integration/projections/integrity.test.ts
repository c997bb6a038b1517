import { afterAll, beforeAll, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { putRow, type Row, scanRows, updateRow, writeRows } from '#functions/table/table.ts';
import { as } from '#tests/integration/contract/call.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { bookBy, decidedIn, proposedEdit, voted } from '#tests/worlds/proposal.ts';

let table: TestTable;
/** A book that was edited, by hand and by a proposal; another one, open; a thread, a fold and its votes, and who watches. */
beforeAll(async () => {
  table = await createTestTable();
  for (const name of ['alice', 'bob', 'carol', 'dave']) await as(name).done('chooseHandle', { body: { handle: name } });
  const itemId = await bookBy('alice', 'A book', 'One line.\n');
  await as('bob').done('reviseItem', {
    params: { itemId },
    body: { fields: { title: 'A book' }, text: 'One line, [[#sea]].\n', base: 1 },
  });
  const { proposal } = await proposedEdit('carol', itemId, { fields: { title: 'The book' }, base: 2 });
  await decidedIn(2, proposal.id);
  const open = await proposedEdit('carol', itemId, { fields: { title: 'Some book' }, base: 3 });
  await voted('bob', open.proposal.id, 'for');
  const thread = { what: 'items', target: itemId };
  const { comment } = await as('bob').done('postComment', { params: thread, body: { text: 'Is it so, @dave?' } });
  const answer = { text: 'It is.', parent: comment.id };
  await as('carol').done('postComment', { params: thread, body: answer });
  await as('bob').done('editComment', {
    params: { commentId: comment.id },
    body: { text: 'Is it, @dave?', revision: 1 },
  });
  const params = { what: 'comments', target: comment.id };
  for (const name of ['alice', 'carol']) await as(name).done('flagTarget', { params, body: { reason: 'spam' } });
  const act = await row(({ type }) => type === 'act');
  await as('dave').done('judgeAct', { params: { actId: act.id }, body: { judgement: 'disagree' } });
});
afterAll(() => table.drop());

async function row(fits: (row: Row) => boolean): Promise<Row> {
  for await (const page of scanRows()) {
    const found = page.find(fits);
    if (found) return found;
  }
  return expect.fail('there is no such row');
}
const inconsistent = async () => (await audit()).inconsistent;
const remove = async (found: Row) => writeRows([{ delete: found }]);
const set = (found: Row, name: string, value: unknown) =>
  updateRow(found, {
    UpdateExpression: value === undefined ? 'REMOVE #name' : 'SET #name = :value',
    ExpressionAttributeNames: { '#name': name },
    ...(value === undefined ? {} : { ExpressionAttributeValues: { ':value': value } }),
  });
const isRevision = (n: number) => (one: Row) => one.type === 'revision' && one.n === n;
const isOpen = (one: Row) => one.type === 'proposal' && one.state === 'open';

/** What is done to the facts, one at a time, and what the audit says of it. */
const wounds: [string, (one: Row) => boolean, (found: Row) => Promise<unknown>, RegExp][] = [
  ['a revision is gone', isRevision(2), remove, /is at revision 3, and 2 is missing/],
  ['a revision too many', isRevision(3), (one) => putRow({ ...one, sk: 'M#00000004', n: 4 }), /there is 4/],
  ['an item forgets its text', ({ type }) => type === 'item', (one) => set(one, 'textOf', 1), /its revision/],
  ['a text is gone', (one) => one.type === 'revisionText' && one.n === 2, remove, /has no text of revision 2/],
  ['a part is gone', (one) => one.type === 'revisionText', (one) => set(one, 'parts', 2), /1 of 2 parts/],
  ['fields are gone', ({ type }) => type === 'revisionFields', remove, /has no fields of revision/],
  ['links are gone', ({ type }) => type === 'links', remove, /links to 1, and 0 are noted/],
  ['nobody finds a revision', ({ type }) => type === 'revised', remove, /made a revision is missing/],
  ['a proposal is made twice', isRevision(2), (one) => proposed(one), /named by \["\w+\.\d","\w+\.\d"\]/],
  ['an open proposal is one revision', isRevision(2), (one) => proposed(one, isOpen), /is open as revision undefined/],
  ['a decided one holds its change', isOpen, (one) => set(one, 'state', 'refused'), /is decided, and still holds/],
  ['an open one holds nothing', ({ type }) => type === 'proposalSame', remove, /its change is held by none/],
  ['a version is gone', (one) => one.type === 'proposalVersion', remove, /is at version 1, and has /],
  ['nobody finds a vote', ({ type }) => type === 'judged', remove, /voted on a proposal is missing/],
  ['a comment is gone', (one) => one.type === 'comment' && !one.parent, remove, /has 1 replies, and is not there/],
  ['replies are not counted', ({ type }) => type === 'commentGate', remove, /has 1 replies, and counted 0/],
  [
    'a mention stands for nothing',
    (one) => one.type === 'comment' && !one.parent,
    (one) => set(one, 'mentions', []),
    /is mentioned stands for nothing/,
  ],
  ['a watcher is not told', ({ type }) => type === 'watcher', remove, /since undefined, by the person’s own row/],
  [
    'watches are miscounted',
    ({ type }) => type === 'watchTally',
    (one) => set(one, 'count', 9),
    /counted 9, and there are/,
  ],
  ['a flag is gone', ({ type }) => type === 'flag', remove, /has 1 flags of 1, and counted 2 of 2/],
  [
    'a fold is not marked',
    (one) => one.type === 'comment' && !one.parent,
    (one) => set(one, 'folded', undefined),
    /is folded by \w+, and says null/,
  ],
  [
    'a vote on an act is lost',
    ({ type }) => type === 'act',
    (one) => set(one, 'disagree', 0),
    /has votes 0:1, and counted 0:0/,
  ],
];

/** Has a revision come from a proposal, the applied one unless told. */
async function proposed(revision: Row, which = (one: Row) => one.type === 'proposal' && one.state === 'applied') {
  await set(revision, 'proposal', (await row(which)).id);
}

it('facts that fit each other are found in order, and every wound of them by its name', async () => {
  expect(await inconsistent()).toEqual([]);
  for (const [what, fits, wound, said] of wounds) {
    const before: Row[] = [];
    for await (const page of scanRows()) before.push(...page);
    await wound(await row(fits));
    expect.soft((await inconsistent()).join('\n'), what).toMatch(said);
    const after: Row[] = [];
    for await (const page of scanRows()) after.push(...page);
    await writeRows([...after.map((one) => ({ delete: one }))]);
    await writeRows(before.map((put) => ({ put })));
  }
  expect(await inconsistent()).toEqual([]);
});
