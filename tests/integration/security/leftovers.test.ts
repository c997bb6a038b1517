import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition, reviewIdOf } from '#functions/people/reader.ts';
import { removeReview } from '#functions/reviews/posting/table.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { getRow, putRow } from '#functions/table/table.ts';
import { clearOwnRatings } from '#functions/votes/reader.ts';
import { operations } from '#shared/capabilities.ts';
import { newId } from '#shared/ids.ts';
import { subOf } from '#tests/builders/event.ts';
import { as, call, seen } from '#tests/integration/contract/call.ts';
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
  it('does not come back where the withdrawal was cut off, after whichever of its requests', async () => {
    // Before anything is projected: nobody else asks the table meanwhile.
    const { send } = documentClient();
    for (let cut = 1; cut <= 6; cut++) {
      await as('bob').done('withdrawReview', { params: { itemId } });
      await post('First wording');
      await post('Second wording', 1);
      let requests = 0;
      vi.spyOn(documentClient(), 'send').mockImplementation(async function (this: unknown, ...asked) {
        if (++requests > cut) throw new Error('Cut off');
        return Reflect.apply(send, documentClient(), asked);
      });
      const sub = subOf('bob');
      await removeReview(reviewIdOf(sub, itemId), itemId, personIdOf(sub)).catch(() => undefined);
      vi.restoreAllMocks();
      const again = await call(operations.postReview, { params: { itemId }, body: { rating: 3, text: 'Anew' } }, 'bob');
      // Still there, and refused as an edit without its revision; or gone, and with it all that was.
      expect([200, 409], `cut off after ${cut}`).toContain(again.status);
      const { review } = again.status === 200 ? (again.body as { review: { id: string } }) : await post('Anew', 2);
      const { history } = await seen('getReview', { params: { reviewId: review.id } });
      if (again.status === 200) expect(history, `cut off after ${cut}`).toEqual([]);
    }
    await system.settle();
  });

  it('is kept whole where it could not be taken away', async () => {
    await as('bob').done('withdrawReview', { params: { itemId } });
    await post('First wording');
    const { review } = await post('Second wording', 1);
    const { send } = documentClient();
    vi.spyOn(documentClient(), 'send').mockImplementation(async function (this: unknown, ...asked) {
      if (asked[0] instanceof TransactWriteCommand) throw new Error('Not now');
      return Reflect.apply(send, documentClient(), asked);
    });
    const sub = subOf('bob');
    await expect(removeReview(reviewIdOf(sub, itemId), itemId, personIdOf(sub))).rejects.toThrow('Not now');
    vi.restoreAllMocks();
    const { history } = await seen('getReview', { params: { reviewId: review.id } });
    expect(history).toMatchObject([{ text: 'First wording' }]);
    await system.settle();
  });

  it('does not come back: a withdrawn review’s wordings, however many', async () => {
    await as('bob').done('withdrawReview', { params: { itemId } });
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
