import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { owns } from '#tests/builders/claim.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
const people = ['alice', 'olga', 'otto', 'bob', 'carol', 'dave', 'erin'];
beforeAll(async () => {
  system = await startSystem();
  for (const handle of people) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

let count = 0;
async function reviewed(by = 'bob') {
  const fields = { url: `https://shop${++count}.example.org/`, title: `Shop ${count}` };
  const { item } = await as('alice').done('createItem', { body: { kind: 'link', fields } });
  await owns('olga', item.id);
  const params = { itemId: item.id };
  const { review } = await as(by).done('postReview', { params, body: { rating: 1, text: 'Never again.' } });
  return { itemId: item.id, reviewId: review.id };
}
const reply = (name: string, reviewId: string, body: Record<string, unknown>) =>
  as(name).call('postReply', { params: { reviewId }, body });
const shown = async (itemId: string) => (await seen('getItem', { params: { itemId } })).reviews.entries[0];
const whole = (reviewId: string) => seen('getReply', { params: { reviewId } });

describe('the reply of an owner', () => {
  it('is one, stands under the review wherever that is shown, and takes nothing away from it', async () => {
    const { itemId, reviewId } = await reviewed();
    await system.settle();
    const before = await seen('getItem', { params: { itemId } });

    expect(await reply('alice', reviewId, { text: 'Mine.' })).toMatchObject({ status: 403, code: 'not_owner' });
    expect((await reply('olga', reviewId, { text: 'We are sorry.' })).status).toBe(200);
    expect((await reply('olga', reviewId, { text: 'We are sorry.' })).status).toBe(200);
    expect(await reply('olga', reviewId, { text: 'Another one.' })).toMatchObject({ code: 'reply_conflict' });
    await system.settle();

    const said = { by: 'olga', text: 'We are sorry.', revision: 1 };
    const after = await seen('getItem', { params: { itemId } });
    const { reply: stands, ...review } = after.reviews.entries[0] ?? {};
    expect(stands).toMatchObject(said);
    expect(review).toEqual(before.reviews.entries[0]);
    expect(after.counts).toEqual(before.counts);
    expect((await seen('getReview', { params: { reviewId } })).review.reply).toMatchObject(said);
    const { entries } = await seen('listContributions', { params: { handle: 'bob' }, query: {} });
    expect(JSON.stringify(entries)).toContain('We are sorry.');
    expect((await as('bob').done('getMyView', { params: { itemId } })).review?.reply).toMatchObject(said);
    const { entries: told } = await as('bob').done('listNotices', { query: {} });
    expect(told).toMatchObject([{ kind: 'owner', by: 'olga', about: { href: `/r/${reviewId}` } }]);
  });

  it('is reworded with its history, by its author while they own the item, and withdrawn with it', async () => {
    const { itemId, reviewId } = await reviewed();
    await owns('otto', itemId);
    await reply('olga', reviewId, { text: 'First.' });
    expect(await reply('otto', reviewId, { text: 'Mine.' })).toMatchObject({ status: 409, code: 'reply_taken' });
    expect((await reply('olga', reviewId, { text: 'Second.', revision: 1 })).status).toBe(200);
    expect(await reply('olga', reviewId, { text: 'Third.', revision: 1 })).toMatchObject({ code: 'reply_conflict' });
    expect(await whole(reviewId)).toMatchObject({
      reply: { text: 'Second.', by: 'olga' },
      wordings: [{ text: 'First.' }],
    });

    await as('olga').done('endClaim', { params: { itemId } });
    expect(await reply('olga', reviewId, { text: 'Still.', revision: 2 })).toMatchObject({ code: 'not_owner' });
    expect(await reply('otto', reviewId, { text: 'A new owner.', revision: 2 })).toMatchObject({ status: 200 });
    expect(await as('olga').done('withdrawReply', { params: { reviewId } })).toEqual({ withdrawn: false });
    expect(await as('otto').done('withdrawReply', { params: { reviewId } })).toEqual({ withdrawn: true });
    expect(await whole(reviewId)).toEqual({ reply: null, licence: null, wordings: [] });
    await system.settle();
    expect((await shown(itemId))?.reply).toBeUndefined();
  });

  it('goes with its review, and stands under no other one', async () => {
    const { itemId, reviewId } = await reviewed();
    await reply('olga', reviewId, { text: 'You wrote so.' });
    await as('bob').done('withdrawReview', { params: { itemId } });
    await as('bob').done('postReview', { params: { itemId }, body: { rating: 5, text: 'I changed my mind.' } });
    await system.settle();
    expect((await shown(itemId))?.reply).toBeUndefined();
    expect((await reply('olga', reviewId, { text: 'Thank you.' })).status).toBe(200);
    await system.settle();
    expect((await shown(itemId))?.reply).toMatchObject({ text: 'Thank you.', revision: 1 });
    expect((await whole(reviewId)).wordings).toEqual([]);
  });

  it('is none to one’s own review', async () => {
    const { reviewId } = await reviewed('olga');
    expect(await reply('olga', reviewId, { text: 'Me.' })).toMatchObject({ code: 'own_contribution' });
  });

  it('is folded by flags and loses its text by law, while the review stays', async () => {
    const { itemId, reviewId } = await reviewed();
    await reply('olga', reviewId, { text: 'An insult.' });
    const target = { what: 'replies', target: reviewId };
    for (const name of ['carol', 'dave'])
      await as(name).done('flagTarget', { params: target, body: { reason: 'abuse', words: '' } });
    expect(await as('olga').call('flagTarget', { params: target, body: { reason: 'abuse', words: '' } })).toMatchObject(
      {
        code: 'own_flag',
      },
    );
    await system.settle();
    expect(await shown(itemId)).toMatchObject({
      text: 'Never again.',
      reply: { folded: { flags: 2, reason: 'abuse' } },
    });
    expect((await shown(itemId))?.folded).toBeUndefined();
    const { act } = await as('alice').done('removeText', { params: target, body: { words: 'A court said so.' } });
    await system.settle();
    expect((await shown(itemId))?.reply).toMatchObject({ text: '', removed: act.id });
    expect(JSON.stringify(await whole(reviewId))).not.toContain('insult');
    expect(await reply('olga', reviewId, { text: 'Again.', revision: 2 })).toMatchObject({ code: 'reply_conflict' });
  });

  it('is all that owners have: their flags fold no review of what they own', async () => {
    const { itemId, reviewId } = await reviewed();
    const flag = (name: string) =>
      as(name).done('flagTarget', {
        params: { what: 'reviews', target: reviewId },
        body: { reason: 'false', words: '' },
      });
    for (const name of ['olga', 'carol']) expect(await flag(name)).toMatchObject({ folded: false });
    expect(await flag('dave')).toMatchObject({ folded: true });
    await system.settle();
    expect((await shown(itemId))?.folded).toMatchObject({ flags: 3 });
  });

  it('stays, unlinked, when its author leaves', async () => {
    const { itemId, reviewId } = await reviewed();
    await owns('erin', itemId);
    await reply('erin', reviewId, { text: 'Farewell.' });
    await as('erin').done('deleteAccount');
    await system.settle();
    expect((await shown(itemId))?.reply).toMatchObject({ by: null, text: 'Farewell.' });
    expect((await seen('getItem', { params: { itemId } })).owners.map(({ by }) => by)).toEqual(['olga']);
  });

  it('is asked of owners, who are told of new reviews, each may end being told, and none of their own', async () => {
    const { itemId, reviewId } = await reviewed('carol');
    await as('dave').done('postReview', {
      params: { itemId },
      body: { rating: 4, text: 'Fine, as ||a secret|| goes.' },
    });
    await as('olga').done('postReview', { params: { itemId }, body: { rating: 5, text: 'The best.' } });
    await system.settle();
    const told = async () =>
      (await as('olga').done('listNotices', { query: {} })).entries.filter(
        ({ about }) => about.href === `/i/${itemId}`,
      );
    expect((await told()).map(({ kind, by, text }) => [kind, by, text]).sort()).toEqual([
      ['review', 'carol', 'Never again.'],
      ['review', 'dave', 'Fine, as … goes.'],
    ]);
    expect((await told()).map(({ href }) => href)).toContain(`/r/${reviewId}`);
    const settings = { off: ['review'], digest: 'off', watchWritten: true, site: 'https://example.org' };
    await as('olga').done('putNoticeSettings', { body: settings });
    expect(await told()).toEqual([]);
  });
});
