import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reviewIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { reviewById } from '#functions/reviews/table.ts';
import type { Followable } from '#shared/follows/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { facts } from '#tests/builders/facts.ts';
import { follow, home, saved, unfollow } from '#tests/builders/follows.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { type Chance, chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const people = ['alice', 'bob', 'carol', 'dave'];
const tags = ['sf', 'classic', 'à-lire'];
type Told = { by: string; itemId: string; at: string; tags: string[] };

/** What was done and who follows whom, by hand: no code shared with the projector. */
type History = { items: string[]; acts: Map<string, Told>; follows: Map<string, Set<string>> };

const newHistory = (): History => ({
  items: [],
  acts: new Map(),
  follows: new Map(people.map((name) => [name, new Set()])),
});
const pick = <T>(chance: Chance, of: readonly T[]): T => of[chance(of.length)] as T;

async function liveALittle(history: History, chance: Chance, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const name = pick(chance, people);
    const by = as(name);
    const follows = history.follows.get(name) ?? new Set();
    if (history.items.length < 3) {
      const { id, at } = await facts.link(by, `https://example.org/${chance(1e9)}`);
      history.items.push(id);
      history.acts.set(`added ${id}`, { by: name, itemId: '', at, tags: [] });
      continue;
    }
    const itemId = pick(chance, history.items);
    const target = pick<[Followable, string]>(chance, [
      [
        'people',
        pick(
          chance,
          people.filter((other) => other !== name),
        ),
      ],
      ['tags', pick(chance, tags)],
      ['items', itemId],
    ]);
    const save = `${name} saved ${itemId}`;
    switch (chance(8)) {
      case 0:
      case 1:
        await follow(by, ...target);
        follows.add(target.join(' '));
        break;
      case 2:
      case 3:
        await unfollow(by, ...target);
        follows.delete(target.join(' '));
        break;
      case 4: {
        const at = isoSeconds(new Date(Date.now() - chance(100) * 86_400_000 - 3_600_000));
        const put = tags.filter(() => chance(2) === 0);
        const hidden = chance(3) === 0;
        await saved(name, itemId, {
          at,
          ...(put.length > 0 ? { tags: new Set(put) } : {}),
          ...(hidden ? { private: true } : {}),
        });
        if (hidden) history.acts.delete(save);
        else history.acts.set(save, { by: name, itemId, at, tags: put });
        break;
      }
      case 5:
        await saved(name, itemId, undefined);
        history.acts.delete(save);
        break;
      case 6: {
        const there = await reviewById(reviewIdOf(name, itemId), { strong: true });
        const { at } = await facts.review(by, itemId, { rating: 4, text: `${step}`, revision: there?.revision });
        history.acts.set(`${name} reviewed ${itemId}`, { by: name, itemId, at, tags: [] });
        break;
      }
      default:
        await facts.unreview(by, itemId);
        history.acts.delete(`${name} reviewed ${itemId}`);
    }
  }
}

/** Every home feed is exactly the acts of the last 60 days under what is followed now, newest first. */
async function expectJoined({ acts, follows }: History): Promise<void> {
  const since = isoSeconds(new Date(Date.now() - 60 * 86_400_000));
  for (const [name, followed] of follows) {
    const heard = [...acts.values()].filter(
      ({ by, itemId, at, tags: under }) =>
        by !== name &&
        at >= since &&
        [`people ${by}`, `items ${itemId}`, ...under.map((tag) => `tags ${tag}`)].some((target) =>
          followed.has(target),
        ),
    );
    const { entries } = await home(as(name));
    expect(entries.map(({ by, at }) => `${at} ${by}`).sort()).toEqual(heard.map(({ by, at }) => `${at} ${by}`).sort());
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  }
  expect((await audit()).differences).toEqual([]);
}

describe('home feeds', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
  });
  beforeEach(async () => {
    await table.reset();
    await join(...people);
  });
  afterAll(() => table.drop());

  it('are what people did under what others follow', async () => {
    const chance = chanceFrom(7);
    const history = newHistory();
    const stream = new UnreliableStream({ shards: 1, named: true, chance });
    for (let round = 0; round < 4; round++) {
      await liveALittle(history, chance, 40);
      await stream.run(0);
      await expectJoined(history);
    }
    await rebuild();
    await expectJoined(history);
  });

  it.each(
    Array.from({ length: 16 }, (_, run) => [run % 2 === 0 ? 'named' : 'unnamed', 1 + (run % 4), 200 + run] as const),
  )(
    'are the same with crashes, repeats, reordering and a split or merge (%s shards: %i, seed %i)',
    async (naming, shards, seed) => {
      const chance = chanceFrom(seed);
      const stream = new UnreliableStream({ shards, named: naming === 'named', chance });
      const history = newHistory();
      await liveALittle(history, chance, 60);
      await stream.run(5);
      stream.reshard(1 + chance(5));
      await liveALittle(history, chance, 40);
      await stream.run(5);
      expect(stream.crashes).toBeGreaterThan(0);
      await stream.run(0);
      await expectJoined(history);
    },
  );
});
