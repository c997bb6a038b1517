import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentClient } from '#functions/runtime/document-client.ts';
import { retag } from '#functions/tags/retag.ts';
import { bundlesAtMost } from '#shared/tags/rules.ts';
import { subOf } from '#tests/builders/event.ts';
import { as as person } from '#tests/builders/people.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
const [alice, bob, carol] = [as('alice'), as('bob'), as('carol')];
let number = 0;

beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const save = async (by: typeof alice, tags: string[], more: Record<string, unknown> = {}) =>
  (await by.done('saveAddress', { body: { url: `https://example.org/t/${++number}`, private: false, tags, ...more } }))
    .save;
const tagsOf = async (by: typeof alice, itemId: string) =>
  (await by.done('getMySave', { params: { itemId } })).save?.tags;
/** Asks step by step until all is done. */
async function retagAll(by: typeof alice, from: string[], to?: string) {
  const sum = { scanned: 0, changed: 0, refused: [] as { itemId: string }[], steps: 0 };
  for (let cursor: string | undefined; ; ) {
    const step = await by.done('retag', { query: cursor ? { cursor } : {}, body: { from, to } });
    sum.scanned += step.scanned;
    sum.changed += step.changed;
    sum.refused.push(...step.refused);
    sum.steps += 1;
    if (step.next === null) return sum;
    cursor = step.next;
  }
}

describe('tags that go with another', () => {
  it('are told with how many saves have both, out of how many; never from private ones', async () => {
    await save(alice, ['sea', 'tides']);
    await save(bob, ['sea', 'tides', 'boats']);
    await save(bob, ['sea', 'secret'], { private: true });
    await system.settle();

    expect(await seen('relatedTags', { params: { tag: 'sea' } })).toEqual({
      tags: [
        { tag: 'tides', count: 2 },
        { tag: 'boats', count: 1 },
      ],
      sample: 2,
    });
    expect(await seen('relatedTags', { params: { tag: 'nobody-has-it' } })).toEqual({ tags: [], sample: 0 });
  });
});

describe('my tags, renamed', () => {
  it('rename, merge and delete on all I keep, public, private and only tagged; others’ stay', async () => {
    const kept = [
      await save(alice, ['js', 'web'], { shelf: 'read', note: 'Stays' }),
      await save(alice, ['ecmascript', 'js'], { private: true }),
      await save(alice, ['javascript', 'ecmascript']),
    ];
    const other = await save(bob, ['js']);
    await alice.done('applyTag', { params: { itemId: other.item.id, tag: 'js' } });

    expect(await retagAll(alice, ['js', 'ecmascript'], 'javascript')).toMatchObject({ changed: 4, refused: [] });
    await system.settle();

    expect(await Promise.all(kept.map(({ item }) => tagsOf(alice, item.id)))).toEqual([
      ['javascript', 'web'],
      ['javascript'],
      ['javascript'],
    ]);
    expect((await alice.done('getMySave', { params: { itemId: kept[0]?.item.id } })).save).toMatchObject({
      shelf: 'read',
      note: 'Stays',
      private: false,
      at: kept[0]?.at,
    });
    expect((await alice.done('getMySave', { params: { itemId: kept[1]?.item.id } })).save?.private).toBe(true);
    expect((await seen('getItem', { params: { itemId: other.item.id } })).tags).toEqual([
      { tag: 'javascript', count: 1 },
      { tag: 'js', count: 1 },
    ]);

    expect(await retagAll(alice, ['js', 'ecmascript'], 'javascript')).toMatchObject({ changed: 0 });
    expect(await retagAll(alice, ['javascript'])).toMatchObject({ changed: 4 });
    await system.settle();
    expect(await tagsOf(alice, kept[0]?.item.id ?? '')).toEqual(['web']);
    expect((await alice.done('listMyTags', { query: {} })).entries.map(({ tag }) => tag)).not.toContain('javascript');
  });

  it('goes on where it was cut off, in steps, each of which may be repeated', async () => {
    for (let n = 0; n < 130; n++) await save(carol, ['old', `n${n}`]);
    const { send } = documentClient();
    let writes = 0;
    vi.spyOn(documentClient(), 'send').mockImplementation(async function (this: unknown, ...asked) {
      const isUpdate = (asked[0] as { constructor: { name: string } }).constructor.name === 'UpdateCommand';
      if (isUpdate && ++writes > 40) throw new Error('Cut off');
      return Reflect.apply(send, documentClient(), asked);
    });
    const cutOff = retag({ params: undefined, query: {}, body: { from: ['old'], to: 'new' } }, person(subOf('carol')));
    await expect(cutOff).rejects.toThrow('Cut off');
    vi.restoreAllMocks();

    const done = await retagAll(carol, ['old'], 'new');
    expect(done.steps).toBe(2);
    expect(done.scanned).toBe(130);
    expect(done.changed).toBeLessThan(131);
    await system.settle();
    const { entries } = await carol.done('listMySaves', { query: { tag: 'new' } });
    expect(entries).toHaveLength(50);
    expect((await carol.done('listMySaves', { query: { tag: 'old' } })).entries).toEqual([]);
    const { entries: mine } = await carol.done('listMyTags', { query: {} });
    expect(mine.find(({ tag }) => tag === 'new')).toEqual({ tag: 'new', count: 130 });
  });

  it('meeting other writes loses none of them', async () => {
    const saves = [];
    for (let n = 0; n < 12; n++) saves.push(await save(bob, ['before']));
    await Promise.all([
      retagAll(bob, ['before'], 'after'),
      ...saves.map(({ item }) => bob.done('applyTag', { params: { itemId: item.id, tag: 'meanwhile' } })),
    ]);
    for (const { item } of saves) expect(await tagsOf(bob, item.id)).toEqual(['after', 'meanwhile']);
    await system.settle();
  });

  it('leaves alone, and tells, where an item has no room for another tag', async () => {
    const full = await save(alice, ['mine']);
    const params = { itemId: full.item.id };
    for (let n = 0; n < 7; n++) {
      const person = as(`tagger${n}`);
      await person.done('chooseHandle', { body: { handle: `tagger${n}` } });
      const tags = ['mine', ...Array.from({ length: 29 }, (_, k) => `full-${n}-${k}`)].slice(0, n < 6 ? 30 : 26);
      await person.done('saveItem', { params, body: { private: false, tags } });
    }
    await system.settle();
    expect((await retagAll(alice, ['mine'], 'unheard-of')).refused).toMatchObject([{ itemId: full.item.id }]);
    expect(await tagsOf(alice, full.item.id)).toEqual(['mine']);
    expect((await retagAll(alice, ['mine'], 'full-0-0')).refused).toEqual([]);
    await system.settle();
  });
});

describe('bundles', () => {
  const put = (by: typeof alice, bundle: string, tags: string[]) =>
    by.call('putBundle', { params: { bundle }, body: { tags } });

  it('keep tags together, by name, for their owner alone, and go by new names with them', async () => {
    await save(alice, ['cooking', 'baking']);
    await put(alice, 'Kitchen', ['baking', 'cooking', 'baking']);
    expect(await alice.done('listBundles')).toEqual({ bundles: [{ name: 'kitchen', tags: ['baking', 'cooking'] }] });
    expect(await bob.done('listBundles')).toEqual({ bundles: [] });
    await retagAll(alice, ['cooking'], 'food');
    expect(await alice.done('listBundles')).toEqual({ bundles: [{ name: 'kitchen', tags: ['baking', 'food'] }] });
    await alice.done('removeBundle', { params: { bundle: 'kitchen' } });
    await alice.done('removeBundle', { params: { bundle: 'kitchen' } });
    expect(await alice.done('listBundles')).toEqual({ bundles: [] });
    await system.settle();
  });

  it('are a hundred at most, however many are made at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: bundlesAtMost + 5 }, (_, n) => put(bob, `bundle-${n}`, ['web'])),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(bundlesAtMost);
    expect(answers.find(({ status }) => status !== 200)).toMatchObject({ status: 409, code: 'bundle_limit' });
    const [first] = (await bob.done('listBundles')).bundles;
    expect(await put(bob, first?.name ?? '', ['css'])).toMatchObject({ status: 200 });
    await bob.done('removeBundle', { params: { bundle: first?.name } });
    expect(await put(bob, 'one-more', [])).toMatchObject({ status: 200 });
  });
});
