import { afterAll, beforeAll, expect, test } from 'vitest';
import { owns } from '#tests/builders/claim.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'olga', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const shop = async (name: string) => {
  const fields = { url: `https://${name}.example.org/`, title: name };
  return (await as('alice').done('createItem', { body: { kind: 'link', fields } })).item.id;
};
const mine = (by: string, cursor?: string) => as(by).done('listMyClaims', { query: { cursor } });

test('what is mine is listed with its state and what waits for an answer, for nobody but me', async () => {
  const [owned, claimed] = [await shop('owned'), await shop('claimed')];
  await owns('olga', owned);
  await as('olga').done('startClaim', { params: { itemId: claimed } });
  const review = async (by: string) =>
    (await as(by).done('postReview', { params: { itemId: owned }, body: { rating: 2, text: 'Closed.' } })).review.id;
  const [first] = [await review('bob'), await review('carol')];
  const ask = (by: string, text: string, parent?: string) =>
    as(by).done('postComment', { params: { what: 'questions', target: owned }, body: { text, parent } });
  await ask('bob', 'When do you open?');
  const { comment } = await ask('carol', 'And on Sundays?');
  // Nobody waits for themselves.
  await ask('olga', 'What would you like?');
  await system.settle();

  const { entries, next } = await mine('olga');
  expect(next).toBeNull();
  const byTitle = Object.fromEntries(entries.map((entry) => [entry.item.title, entry]));
  expect(byTitle.owned).toMatchObject({
    item: { id: owned },
    state: 'proven',
    unanswered: { reviews: 2, questions: 2 },
  });
  expect(byTitle.claimed).toMatchObject({ state: 'waiting', unanswered: { reviews: 0, questions: 0 } });
  expect((await mine('bob')).entries).toEqual([]);

  await as('olga').done('postReply', { params: { reviewId: first }, body: { text: 'We are sorry.' } });
  await ask('olga', 'At ten.', comment.id);
  await as('olga').done('endClaim', { params: { itemId: claimed } });
  await system.settle();
  expect((await mine('olga')).entries).toMatchObject([
    { item: { id: owned }, unanswered: { reviews: 1, questions: 1 } },
  ]);
});

test('many are listed once each, ten a page', async () => {
  const ids = new Set<string>();
  for (let n = 0; n < 12; n++) {
    const itemId = await shop(`many-${n}`);
    await owns('carol', itemId);
    ids.add(itemId);
  }
  await system.settle();
  const first = await mine('carol');
  const second = await mine('carol', first.next ?? '');
  expect(new Set([...first.entries, ...second.entries].map(({ item }) => item.id))).toEqual(ids);
  expect(first.entries.length + second.entries.length).toBe(12);
  expect(second.next).toBeNull();
  expect((await as('carol').call('listMyClaims', { query: { cursor: 'forged' } })).code).toBe('invalid_cursor');
});
