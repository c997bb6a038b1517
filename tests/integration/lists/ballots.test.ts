import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { facts, type System, startSystem } from '#tests/integration/contract/system.ts';
import { openList, shown, tallyOf } from '#tests/worlds/open-list.ts';
import { type Chance, chanceFrom } from '#tests/worlds/unreliable-stream.ts';

let system: System;
const voters = Array.from({ length: 12 }, (_, n) => `voter${n}`);
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', ...voters]) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  const rest = [...all];
  const taken: T[] = [];
  while (rest.length > 0) taken.push(...rest.splice(chance(rest.length), 1));
  return taken;
}
const cast = (name: string, listId: string, items: readonly string[]) =>
  as(name).done('castBallot', { params: { listId }, body: { items } });

async function exact(listId: string, items: readonly string[]) {
  const found = new Map<string, { points: number; voters: number }>();
  for (const itemId of items) {
    const { entry } = await seen('getListEntry', { params: { listId, itemId } });
    if (entry.voters) found.set(itemId, { points: entry.points ?? 0, voters: entry.voters });
  }
  return found;
}

describe('ballots', () => {
  it('order a list by the points they give, and each row says its points and voters', async () => {
    const { listId, items } = await openList('alice', 4);
    const [a = '', b = '', c = '', d = ''] = items;
    await cast('voter0', listId, [c, a]);
    await cast('voter1', listId, [c, b, a]);
    await system.settle();
    expect((await shown(listId)).map(({ itemId, points, voters }) => [itemId, points, voters])).toEqual([
      [c, 200, 2],
      [a, 197, 2],
      [b, 99, 1],
      [d, 0, 0],
    ]);
    expect((await seen('getList', { params: { listId } })).counts).toEqual({ entries: 4, voters: 2 });
    const { ballot } = await as('voter1').done('getMyBallot', { params: { listId } });
    expect(ballot.items.map(({ itemId }) => itemId)).toEqual([c, b, a]);
  });

  it('of 100, changed whole and withdrawn, count exactly, however they are cut into rows', async () => {
    const { listId, items } = await openList('alice', 210);
    const chance = chanceFrom(5);
    const last = new Map<string, string[]>();
    for (const length of [100, 3, 41, 100, 80, 40, 99, 100]) {
      const name = voters[chance(4)] ?? '';
      const ballot = shuffled(items, chance).slice(0, length);
      await cast(name, listId, ballot);
      last.set(name, ballot);
      const { ballot: mine } = await as(name).done('getMyBallot', { params: { listId } });
      expect(mine.items.map(({ itemId }) => itemId)).toEqual(ballot);
    }
    // Every one of a hundred in another’s place, in one change.
    await cast('voter5', listId, items.slice(0, 100));
    await system.settle();
    await cast('voter5', listId, items.slice(100, 200));
    last.set('voter5', items.slice(100, 200));
    await system.settle();
    expect(await exact(listId, items)).toEqual(tallyOf(last.values()));
    expect((await seen('getList', { params: { listId } })).counts.voters).toBe(last.size);
    for (const name of last.keys()) {
      expect(await as(name).done('withdrawBallot', { params: { listId } })).toEqual({ withdrawn: true });
      expect(await as(name).done('withdrawBallot', { params: { listId } })).toEqual({ withdrawn: false });
    }
    await system.settle();
    expect(await exact(listId, items)).toEqual(new Map());
    expect((await seen('getList', { params: { listId } })).counts).toEqual({ entries: 210, voters: 0 });
    expect([...(await facts()).keys()].filter((key) => key.includes(`LB#${listId}`))).toEqual([]);
  });

  it('of one person, cast many times at once, end as one of them', async () => {
    const { listId, items } = await openList('alice', 100);
    const chance = chanceFrom(6);
    const ballots = Array.from({ length: 12 }, () => shuffled(items, chance).slice(0, 1 + chance(100)));
    const answers = await Promise.all(
      ballots.map((body) => as('voter6').call('castBallot', { params: { listId }, body: { items: body } })),
    );
    for (const { status, code } of answers) expect([200, 503], code).toContain(status);
    const { ballot } = await as('voter6').done('getMyBallot', { params: { listId } });
    const mine = ballot.items.map(({ itemId }) => itemId);
    expect(ballots).toContainEqual(mine);
    await system.settle();
    expect(await exact(listId, items)).toEqual(tallyOf([mine]));
  });

  it('of everybody at once are counted all', async () => {
    const { listId, items } = await openList('alice', 30);
    const chance = chanceFrom(7);
    const last = new Map<string, string[]>();
    await Promise.all(
      voters.map(async (name) => {
        for (let step = 0; step < 5; step++) {
          const ballot = shuffled(items, chance).slice(0, chance(31));
          if (ballot.length > 0) await cast(name, listId, ballot);
          else await as(name).done('withdrawBallot', { params: { listId } });
          last.set(name, ballot);
        }
      }),
    );
    await system.settle();
    expect(await exact(listId, items)).toEqual(tallyOf(last.values()));
  });

  it('the same again is no write', async () => {
    const { listId, items } = await openList('alice', 2);
    await cast('voter0', listId, items);
    const before = await facts();
    await cast('voter0', listId, items);
    expect(await facts()).toEqual(before);
  });
});

describe('a ballot', () => {
  it('names what is on the list, once each, a hundred at most', async () => {
    const { listId, items } = await openList('alice', 2);
    const other = await openList('alice', 1);
    const voting = (body: unknown) => as('voter0').call('castBallot', { params: { listId }, body: { items: body } });
    const before = await facts();
    expect(await voting([...items, other.items[0]])).toMatchObject({ status: 404, code: 'not_on_list' });
    expect(await voting([newId()])).toMatchObject({ status: 404, code: 'not_on_list' });
    expect(await voting([items[0], items[0]])).toMatchObject({ code: 'invalid_input' });
    expect(await voting([])).toMatchObject({ code: 'invalid_input' });
    expect(await voting(Array.from({ length: 101 }, newId))).toMatchObject({ code: 'invalid_input' });
    expect(await facts()).toEqual(before);
  });

  it('is cast on no closed list, and on none that is not there', async () => {
    const { listId, items } = await openList('alice', 1, 'closed');
    for (const name of ['alice', 'voter0']) {
      expect(await as(name).call('castBallot', { params: { listId }, body: { items } })).toMatchObject({
        status: 409,
        code: 'ordered_by_owner',
      });
    }
    const params = { listId: newId() };
    expect(await as('voter0').call('castBallot', { params, body: { items } })).toMatchObject({
      code: 'list_not_found',
    });
    expect(await as('voter0').call('getMyBallot', { params })).toMatchObject({ code: 'list_not_found' });
  });

  it('keeps its votes for what is taken off, and gives them again when it is put back', async () => {
    const { listId, items } = await openList('alice', 3);
    const [a = '', b = ''] = items;
    await cast('voter1', listId, [a, b]);
    await system.settle();
    await as('alice').done('removeFromList', { params: { listId, itemId: a } });
    await system.settle();
    expect((await shown(listId)).map(({ itemId }) => itemId)).not.toContain(a);
    const { ballot } = await as('voter1').done('getMyBallot', { params: { listId } });
    expect(ballot.items.map(({ itemId }) => itemId)).toEqual([b]);
    expect(await exact(listId, [b])).toEqual(new Map([[b, { points: 99, voters: 1 }]]));
    await as('voter2').done('addToList', { params: { listId, itemId: a }, body: { note: 'Back again' } });
    await system.settle();
    expect((await shown(listId))[0]).toMatchObject({ itemId: a, points: 100, voters: 1, by: 'voter2' });
  });
});
