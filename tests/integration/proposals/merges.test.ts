import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { itemStandingKey } from '#functions/items/reader.ts';
import { effects } from '#functions/proposals/effects/registry.ts';
import { updateRow } from '#functions/table/table.ts';
import type { Change } from '#shared/proposals/schema.ts';
import { made } from '#tests/builders/decide.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { facts, type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
const [alice, bob, carol] = [as('alice'), as('bob'), as('carol')];
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

let number = 0;
async function link(): Promise<string> {
  const url = `https://example.org/m/${++number}`;
  const fields = { url, title: `Page ${number}` };
  return (await alice.done('createItem', { body: { kind: 'link', fields } })).item.id;
}
const refusal = (change: Promise<unknown>) =>
  change.then(
    () => 'made',
    (error: { code?: string }) => error.code,
  );
const merge = (from: string, into: string) => made({ what: 'merge', from, into });
const item = async (itemId: string) => seen('getItem', { params: { itemId } });
const urlOf = async (itemId: string) => String((await item(itemId)).item.fields.url);
const found = async (value: string) => (await seen('findItem', { query: { value } })).item?.id;
const inListings = async (itemId: string) => {
  const lists = await Promise.all([
    seen('listRanking', { query: { order: 'new', window: 'all' } }),
    seen('listRanking', { query: { order: 'top', window: 'week', kind: 'link' } }),
    seen('listRanking', { query: { order: 'new', window: 'all', tag: 'twice' } }),
    seen('listContributions', { params: { handle: 'alice' }, query: {} }),
  ]);
  return lists.map(({ entries }) => JSON.stringify(entries).includes(itemId));
};
/** For so long an instance remembers that an item takes votes. */
const aMinuteLater = () => {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 61_000);
};
/** What gives something new to an item. */
const gifts = (itemId: string) =>
  [
    ['castVote', { params: { itemId }, body: { value: 'up' } }],
    ['postReview', { params: { itemId }, body: { rating: 4, text: 'Good.' } }],
    ['saveItem', { params: { itemId }, body: { private: true } }],
    ['applyTag', { params: { itemId, tag: 'late' } }],
  ] as const;

describe('a merge', () => {
  it('is refused into an item that so many were merged into that its row would grow without end', async () => {
    const [from, into] = [await link(), await link()];
    await system.settle();
    const one = { kind: 'link', title: 'One of many', reviews: 0 };
    await updateRow(itemStandingKey(into), {
      UpdateExpression: 'SET merged = :merged ADD version :one',
      ExpressionAttributeValues: {
        ':merged': Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`m${n}`, one])),
        ':one': 1,
      },
    });
    expect(await refusal(merge(from, into))).toBe('change_not_possible');
    await updateRow(itemStandingKey(into), {
      UpdateExpression: 'REMOVE merged ADD version :one',
      ExpressionAttributeValues: { ':one': 1 },
    });
    expect(await refusal(merge(from, into))).not.toBe('change_not_possible');
    await system.settle();
  });

  it('leads on from everywhere, moves no fact, and is undone exactly', async () => {
    const [from, into] = [await link(), await link()];
    const url = await urlOf(from);
    await bob.done('postReview', { params: { itemId: from }, body: { rating: 2, text: 'Its own.' } });
    await bob.done('castVote', { params: { itemId: from }, body: { value: 'up' } });
    await bob.done('applyTag', { params: { itemId: from, tag: 'twice' } });
    await system.settle();
    expect(await inListings(from)).toEqual([true, true, true, true]);
    const before = {
      facts: await facts(),
      page: await item(from),
      person: await seen('getPerson', { params: { handle: 'alice' } }),
    };

    const { proposalId, opposite, revision } = await merge(from, into);
    await system.settle();
    expect(revision).toBe(2);
    expect(await inListings(from)).toEqual([false, false, false, false]);
    expect((await item(from)).item).toMatchObject({ mergedInto: into, revision: 2 });
    expect((await item(into)).merged).toEqual([{ id: from, kind: 'link', title: `Page ${number - 1}`, reviews: 1 }]);
    expect(await found(url)).toBe(into);
    const again = await carol.done('createItem', { body: { kind: 'link', fields: { url, title: 'Again' } } });
    expect(again).toMatchObject({ existing: true, item: { id: into } });
    const saved = await carol.done('saveAddress', { body: { url, private: false } });
    expect(saved).toMatchObject({ added: false, save: { item: { id: into } } });
    const { entries } = await seen('listRevisions', { params: { itemId: from }, query: {} });
    expect(entries[0]).toMatchObject({ did: 'merged', proposal: proposalId, summary: 'For a reason.', changed: [] });
    expect((await seen('listTags', { query: {} })).entries.map(({ tag }) => tag)).not.toContain('twice');

    aMinuteLater();
    for (const [name, request] of gifts(from)) {
      const { status, code, body } = await carol.call(name, request);
      expect({ name, status, code }).toEqual({ name, status: 409, code: 'item_merged' });
      expect(String(body.detail)).toContain(into);
    }
    const edit = { params: { itemId: from }, body: { fields: { url, title: 'Else' }, base: 2 } };
    expect((await alice.call('reviseItem', edit)).code).toBe('item_merged');
    // What is one's own may be changed and taken back.
    await bob.done('postReview', { params: { itemId: from }, body: { rating: 3, text: 'Still.', revision: 1 } });
    await bob.done('withdrawReview', { params: { itemId: from } });
    await system.settle();
    expect((await item(into)).merged).toMatchObject([{ reviews: 0 }]);
    await bob.done('postReview', { params: { itemId: into }, body: { rating: 5, text: 'Where it leads.' } });

    expect(opposite).toEqual({ what: 'unmerge', from, into });
    await made(opposite as Change);
    await system.settle();
    expect(await inListings(from)).toEqual([true, true, true, true]);
    expect(await found(url)).toBe(from);
    expect((await item(into)).merged).toEqual([]);
    const after = await item(from);
    expect(after.item).toEqual({ ...before.page.item, revision: 3 });
    expect(after.counts).toMatchObject({ up: 1, reviews: 0 });
    expect((await seen('getPerson', { params: { handle: 'alice' } })).person.counts).toMatchObject({
      items: before.person.person.counts.items,
    });
    expect(await refusal(made(opposite as Change))).toBe('nothing_changes');
    expect((await carol.call(...gifts(from)[1])).status).toBe(200);
    await system.settle();
  });

  it('goes on from one to the next, and is refused where either was merged or removed', async () => {
    const [a, b, c, gone] = [await link(), await link(), await link(), await link()] as const;
    const urls = await Promise.all([a, b].map(urlOf));
    await merge(a, b);
    await merge(b, c);
    for (const url of urls) expect(await found(url)).toBe(c);
    expect(await refusal(merge(c, a))).toBe('item_merged');
    expect(await refusal(merge(a, c))).toBe('item_merged');
    expect(await refusal(merge(c, c))).toBe('change_not_possible');
    expect(await refusal(merge(a, b))).toBe('nothing_changes');
    await made({ what: 'removal', itemId: gone });
    expect(await refusal(merge(c, gone))).toBe('item_removed');
    expect(await refusal(merge(gone, c))).toBe('item_removed');
    expect(await refusal(merge(c, 'nonexistent1'))).toBe('item_not_found');
    const { item: book } = await alice.done('createItem', { body: { kind: 'book', fields: { title: 'No link' } } });
    expect(await refusal(merge(c, book.id))).toBe('change_not_possible');
    await made({ what: 'unmerge', from: b, into: c });
    for (const url of urls) expect(await found(url)).toBe(b);
    await system.settle();
    expect(await effects.merge?.check({ what: 'merge', from: b, into: c })).toMatchObject({
      itemId: b,
      href: `/i/${c}`,
      subjects: [
        { what: 'items', id: b },
        { what: 'items', id: c },
      ],
    });
  });

  it('of two into each other at once is one; of a hundred among few none is a circle', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await link(), await link()];
      const outcomes = await Promise.all([refusal(merge(one, other)), refusal(merge(other, one))]);
      expect(outcomes.sort()).toEqual(['item_merged', 'made']);
    }
    const ids: string[] = [];
    for (let n = 0; n < 10; n++) ids.push(await link());
    const pick = (n: number) => ids[n % ids.length] ?? '';
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, n) => refusal(merge(pick(n), pick(n * 3 + (n >> 2) + 1)))),
    );
    const known = ['made', 'item_merged', 'nothing_changes', 'change_not_possible'];
    expect(outcomes.filter((outcome) => !known.includes(outcome ?? ''))).toEqual([]);
    expect(outcomes.filter((outcome) => outcome === 'made').length).toBeLessThan(ids.length);
    await system.settle();
    for (const id of ids) {
      let at = id;
      for (let step = 0; step < ids.length; step++) at = (await item(at)).item.mergedInto ?? at;
      expect((await item(at)).item.mergedInto).toBeUndefined();
      expect(await found(await urlOf(id))).toBe(at);
    }
  });
});

describe('a removal', () => {
  it('takes an item out of everything, says why, keeps what people gave, and is undone exactly', async () => {
    const itemId = await link();
    const url = await urlOf(itemId);
    await bob.done('applyTag', { params: { itemId, tag: 'twice' } });
    await bob.done('postReview', { params: { itemId }, body: { rating: 1, text: 'Nobody needs it.' } });
    await bob.done('castVote', { params: { itemId }, body: { value: 'down' } });
    await system.settle();
    const before = await item(itemId);
    expect(await inListings(itemId)).toEqual([true, true, true, true]);

    const { proposalId, opposite } = await made({ what: 'removal', itemId }, { summary: 'It is not there any more.' });
    await system.settle();
    const page = await item(itemId);
    expect(page.item.removed).toEqual({
      at: expect.any(String),
      reason: 'It is not there any more.',
      proposal: proposalId,
    });
    expect(page.reviews.entries).toHaveLength(1);
    expect(await inListings(itemId)).toEqual([false, false, false, false]);
    aMinuteLater();
    for (const [name, request] of gifts(itemId)) {
      const { code } = await carol.call(name, request);
      expect({ name, code }).toEqual({ name, code: 'item_removed' });
    }
    // Adding it again leads to the page that says why.
    expect(await found(url)).toBe(itemId);
    const again = await carol.done('createItem', { body: { kind: 'link', fields: { url, title: 'Again' } } });
    expect(again).toMatchObject({ existing: true, item: { id: itemId, removed: { proposal: proposalId } } });
    expect((await carol.call('saveAddress', { body: { url, private: false } })).code).toBe('item_removed');
    expect(await refusal(made({ what: 'removal', itemId }))).toBe('nothing_changes');
    expect(
      (await alice.call('reviseItem', { params: { itemId }, body: { fields: page.item.fields, base: 2 } })).code,
    ).toBe('item_removed');

    await made(opposite as Change);
    await system.settle();
    const after = await item(itemId);
    expect(after).toEqual({ ...before, item: { ...before.item, revision: 3 } });
    expect(await inListings(itemId)).toEqual([true, true, true, true]);
    expect(await refusal(made(opposite as Change))).toBe('nothing_changes');
    const { entries } = await seen('listRevisions', { params: { itemId }, query: {} });
    expect(entries.map(({ did }) => did)).toEqual(['restored', 'removed', 'created']);
  });

  it('and an edit, a merge and another removal at once leave one of them, and the rest is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const [itemId, into] = [await link(), await link()];
      const fields = { url: await urlOf(itemId), title: 'Edited' };
      const outcomes = await Promise.all([
        refusal(made({ what: 'removal', itemId })),
        refusal(made({ what: 'removal', itemId })),
        refusal(merge(itemId, into)),
        alice.call('reviseItem', { params: { itemId }, body: { fields, base: 1 } }).then(({ code = 'made' }) => code),
      ]);
      const known = ['made', 'item_merged', 'item_removed', 'nothing_changes', 'edit_conflict'];
      expect(outcomes.filter((outcome) => !known.includes(outcome ?? ''))).toEqual([]);
      expect(outcomes.slice(0, 3).filter((outcome) => outcome === 'made')).toHaveLength(1);
      const { item: now } = await item(itemId);
      expect(Boolean(now.removed) !== Boolean(now.mergedInto)).toBe(true);
    }
    await system.settle();
  });
});
