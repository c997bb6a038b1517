import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { getRow, putRow } from '#functions/table/table.ts';
import { clearOwnRatings } from '#functions/votes/reader.ts';
import { newId } from '#shared/ids.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
let itemId: string;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob']) await as(handle).done('chooseHandle', { body: { handle } });
  const body = { kind: 'link', fields: { url: 'https://example.org/leftovers', title: 'A page' } };
  itemId = (await as('alice').done('createItem', { body })).item.id;
});
afterAll(() => system.stop());

const post = (text: string, revision?: number) =>
  as('bob').done('postReview', { params: { itemId }, body: { rating: 3, text, revision } });

describe('what its author takes away', () => {
  it('does not come back: a withdrawn review’s wordings, however many', async () => {
    for (let revision = 0; revision < 105; revision++) await post(`Wording ${revision}`, revision || undefined);
    await as('bob').done('withdrawReview', { params: { itemId } });
    const { review } = await post('A new start');
    expect((await seen('getReview', { params: { reviewId: review.id } })).history).toEqual([]);
    await system.settle();
  });

  it('goes whole, even where one row notes more own ratings than one update may name', async () => {
    const names = Array.from({ length: 900 }, () => `s${newId()}`);
    const row = {
      pk: personPartition(personIdOf('somebody')),
      sk: 'M#07',
      type: 'marks',
      ...Object.fromEntries(names.map((name) => [name, 4])),
    };
    await putRow(row);
    await clearOwnRatings([row]);
    expect(Object.keys((await getRow(row, { strong: true })) ?? {}).sort()).toEqual(['pk', 'sk', 'type']);
  });
});
