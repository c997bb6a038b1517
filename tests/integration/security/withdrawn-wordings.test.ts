import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commentById, commentKey, removeComment } from '#functions/discussions/table.ts';
import { personIdOf, reviewIdOf } from '#functions/people/identity.ts';
import { runForget } from '#functions/people/run-forget.ts';
import { audit } from '#functions/projections/audit.ts';
import { removeReplyTo, replyKey } from '#functions/replies/reader.ts';
import { removeReview } from '#functions/reviews/posting/table.ts';
import { reviewKey } from '#functions/reviews/reader.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { getRow, putRow, queryAll, type Row, writeRows } from '#functions/table/table.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { owns } from '#tests/builders/claim.ts';
import { subOf } from '#tests/builders/event.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
let [itemId, reviewId] = ['', ''];
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'olga']) await as(handle).done('chooseHandle', { body: { handle } });
  const fields = { url: 'https://example.org/wordings', title: 'A page' };
  itemId = (await as('alice').done('createItem', { body: { kind: 'link', fields } })).item.id;
  await owns('olga', itemId);
  reviewId = (await postReview('alice', 'Whom olga answers')).id;
});
afterAll(() => system.stop());

const postReview = async (name: string, text: string, revision?: number) =>
  (await as(name).done('postReview', { params: { itemId }, body: { rating: 3, text, revision } })).review;

type Texts = { revision: number; text: string }[];
/** Something that keeps its earlier wordings: where it stands, how it is written and withdrawn, and what of it is seen. */
type Worded = {
  partition: () => string;
  write: (text: string, revision?: number) => Promise<void>;
  withdraw: () => Promise<unknown>;
  earlier: () => Promise<Texts>;
};
const sub = subOf('bob');
let commentId = '';
const worded: Record<string, Worded> = {
  review: {
    partition: () => reviewKey(reviewIdOf(sub, itemId)).pk,
    write: async (text, revision) => {
      await postReview('bob', text, revision);
    },
    withdraw: () => removeReview(reviewIdOf(sub, itemId), itemId, personIdOf(sub)),
    earlier: async () => (await seen('getReview', { params: { reviewId: reviewIdOf(sub, itemId) } })).history,
  },
  comment: {
    partition: () => commentKey(commentId).pk,
    write: async (text, revision) => {
      if (revision === undefined) {
        const params = { what: 'items', target: itemId };
        commentId = (await as('bob').done('postComment', { params, body: { text } })).comment.id;
      } else await as('bob').done('editComment', { params: { commentId }, body: { text, revision } });
    },
    withdraw: async () => {
      const comment = await commentById(commentId, { strong: true });
      return comment && removeComment(comment, isoSeconds(new Date()));
    },
    earlier: async () => (await seen('listWordings', { params: { commentId } })).wordings,
  },
  reply: {
    partition: () => replyKey(reviewId).pk,
    write: async (text, revision) => {
      await as('olga').done('postReply', { params: { reviewId }, body: { text, revision } });
    },
    withdraw: () => removeReplyTo(reviewId),
    earlier: async () => (await seen('getReply', { params: { reviewId } })).wordings,
  },
};

const count = 90;
const wordingsIn = (pk: string) => queryAll({ pk, begins: 'V#', strong: true });

/** Makes one earlier wording into ninety, as if it had been written a day ago and reworded so often. */
async function rewordOften(pk: string): Promise<void> {
  const [version] = await wordingsIn(pk);
  const fact = (await getRow({ pk, sk: 'FACT' }, { strong: true })) as Row;
  const at = isoSeconds(new Date(Date.now() - 86_400_000));
  const rows = Array.from({ length: count }, (_, n) => {
    const revision = n + 1;
    const sk = version?.sk.replace(/\d+$/, (digits) => String(revision).padStart(digits.length, '0'));
    return { ...version, sk, revision, text: `Wording ${revision}`, at, begun: at } as Row;
  });
  await writeRows(rows.map((put) => ({ put })));
  await putRow({ ...fact, revision: count + 1, at });
}

describe.each(Object.entries(worded))('a %s of ninety wordings that is withdrawn', (_name, one) => {
  it('is there whole or gone, after whichever request that is cut off, and nothing of it comes back', async () => {
    const { send } = documentClient();
    let [kept, gone] = [0, 0];
    for (let cut = 1; gone < 5; cut++) {
      const when = `cut off after ${cut}`;
      await one.write('First');
      await one.write('Second', 1);
      const pk = one.partition();
      await rewordOften(pk);
      let requests = 0;
      vi.spyOn(documentClient(), 'send').mockImplementation(async function (this: unknown, ...asked) {
        if (++requests > cut) throw new Error('Cut off');
        return Reflect.apply(send, documentClient(), asked);
      });
      await one.withdraw().catch(() => undefined);
      vi.restoreAllMocks();

      if (await getRow({ pk, sk: 'FACT' }, { strong: true })) {
        kept++;
        expect(await wordingsIn(pk), when).toHaveLength(count);
        expect((await one.earlier())[0], when).toMatchObject({ revision: count, text: `Wording ${count}` });
        await one.withdraw();
        expect(await wordingsIn(pk)).toEqual([]);
        continue;
      }
      gone++;
      expect((await audit()).differences.filter((line) => line.includes('wordings'))).toEqual([]);
      // Another one, before what is left of the first is gone.
      await one.write('Anew');
      expect(await one.earlier(), when).toEqual([]);
      await one.write('Anew, reworded', 1);
      await runForget();
      expect(await one.earlier(), when).toMatchObject([{ revision: 1, text: 'Anew' }]);
      expect(await wordingsIn(one.partition()), when).toHaveLength(1);
      if (pk !== one.partition()) expect(await wordingsIn(pk), when).toEqual([]);
      await one.withdraw();
    }
    expect(kept).toBeGreaterThan(0);
    expect(await queryAll({ pk: 'REMAINS', strong: true })).toEqual([]);
  });
});

it('stands as it must in the end', async () => {
  await system.settle();
});
