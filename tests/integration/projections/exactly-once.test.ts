import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getItem } from '#functions/items/get-item.ts';
import { audit } from '#functions/projections/audit.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { type Chance, chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const people = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'];
const tags = ['sf', 'classic', 'constructor', 'à-lire'];

/** A recount by hand, from what the people in the test did: no code shared with the projector. */
type Tally = { votes: Map<string, 1 | -1>; ratings: Map<string, number>; tags: Map<string, Set<string>> };

async function liveALittle(chance: Chance, steps: number): Promise<Map<string, Tally>> {
  const items = await Promise.all(
    [0, 1, 2].map((n) => facts.link(as('olivia'), `https://example.org/${chance(1e9)}/${n}`)),
  );
  const tallies = new Map<string, Tally>(
    items.map(({ id }) => [id, { votes: new Map(), ratings: new Map(), tags: new Map() }]),
  );
  for (let step = 0; step < steps; step++) {
    const { id } = items[chance(items.length)] ?? { id: '' };
    const name = people[chance(people.length)] ?? '';
    const tag = tags[chance(tags.length)] ?? '';
    const by = as(name, new Date(Date.now() - chance(1e9)));
    const tally = tallies.get(id);
    if (!tally) continue;
    const mine = tally.tags.get(name) ?? new Set();
    tally.tags.set(name, mine);
    switch (chance(9)) {
      case 0:
      case 1:
        await facts.vote(by, id, 'up');
        tally.votes.set(name, 1);
        break;
      case 2:
        await facts.vote(by, id, 'down');
        tally.votes.set(name, -1);
        break;
      case 3:
        await facts.unvote(by, id);
        tally.votes.delete(name);
        break;
      case 4: {
        const rating = (1 + chance(10)) / 2;
        const mineNow = tally.ratings.has(name) ? await revisionOf(name, id) : undefined;
        await facts.review(by, id, { rating, text: `Step ${step}`, aspects: { depth: rating }, revision: mineNow });
        tally.ratings.set(name, rating);
        break;
      }
      case 5:
        await facts.unreview(by, id);
        tally.ratings.delete(name);
        break;
      case 6:
        await facts.tag(by, id, tag);
        mine.add(tag);
        break;
      case 7:
        await facts.untag(by, id, tag);
        mine.delete(tag);
        break;
      default: {
        const author = [...tally.ratings.keys()].find((other) => other !== name);
        if (author) await facts.mark(by, await reviewIdBy(author, id), 'useful');
      }
    }
  }
  return tallies;
}

async function myReview(name: string, itemId: string) {
  const { getMyView } = await import('#functions/items/get-my-view.ts');
  const view = await getMyView({ params: { itemId }, query: undefined, body: undefined }, as(name));
  return 'review' in view ? view.review : undefined;
}
const revisionOf = async (name: string, itemId: string) => (await myReview(name, itemId))?.revision;
const reviewIdBy = async (name: string, itemId: string) => (await myReview(name, itemId))?.id ?? '';

async function expectExact(tallies: Map<string, Tally>): Promise<void> {
  for (const [itemId, { votes, ratings, tags: put }] of tallies) {
    const answer = await getItem({ params: { itemId }, query: undefined, body: undefined }, as('alice'));
    const page = JSON.parse('text' in answer ? answer.text : '') as {
      counts: { up: number; down: number; net: number; ratings: number[]; reviews: number };
      tags: { tag: string; count: number }[];
      reviews: { entries: { rating: number }[] };
    };
    const cast = [...votes.values()];
    const histogram = Array.from(
      { length: 10 },
      (_, slot) => [...ratings.values()].filter((rating) => rating === (slot + 1) / 2).length,
    );
    const uses = new Map<string, number>();
    for (const set of put.values()) for (const tag of set) uses.set(tag, (uses.get(tag) ?? 0) + 1);
    expect(page.counts).toMatchObject({
      up: cast.filter((vote) => vote === 1).length,
      down: cast.filter((vote) => vote === -1).length,
      net: cast.reduce((sum: number, vote) => sum + vote, 0),
      ratings: histogram,
      reviews: ratings.size,
    });
    expect(new Map(page.tags.map(({ tag, count }) => [tag, count]))).toEqual(uses);
    expect(page.reviews.entries.map(({ rating }) => rating).sort()).toEqual([...ratings.values()].sort());
  }
  expect((await audit()).differences).toEqual([]);
}

describe('the projector', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
  });
  beforeEach(async () => {
    await table.reset();
    await join('olivia', ...people);
  });
  afterAll(async () => {
    await table.drop();
  });

  it.each([
    ['shards that Lambda names', true, 1, 11],
    ['shards that Lambda names', true, 4, 12],
    ['shards without a name', false, 4, 13],
  ])('counts a quiet history as people made it (%s, %#)', async (_name, named, shards, seed) => {
    const chance = chanceFrom(seed);
    const stream = new UnreliableStream({ shards, named, chance });
    const tallies = await liveALittle(chance, 120);
    await stream.run(0);
    await expectExact(tallies);
  });

  it.each(
    Array.from({ length: 12 }, (_, run) => [run % 2 === 0 ? 'named' : 'unnamed', 1 + (run % 4), 100 + run] as const),
  )(
    'counts the same with crashes, repeats, reordering and a split or merge (%s shards: %i, seed %i)',
    async (naming, shards, seed) => {
      const chance = chanceFrom(seed);
      const stream = new UnreliableStream({ shards, named: naming === 'named', chance });
      const first = await liveALittle(chance, 60);
      await stream.run(5);
      stream.reshard(1 + chance(5));
      const second = await liveALittle(chance, 40);
      await stream.run(5);
      expect(stream.crashes).toBeGreaterThan(0);
      await stream.run(0);
      await expectExact(new Map([...first, ...second]));
    },
  );
});
