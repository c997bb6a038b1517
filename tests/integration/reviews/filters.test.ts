import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuild } from '#functions/projections/rebuild.ts';
import { listReviews } from '#functions/reviews/list-reviews.ts';
import type { Operations } from '#shared/capabilities.ts';
import type { OutputOf, RequestOf } from '#shared/operation.ts';
import type { NewReview } from '#shared/reviews/schema.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

type Query = Partial<RequestOf<Operations['listReviews']>['query']>;

let table: TestTable;
let itemId: string;

const visits: Partial<NewReview>[] = [
  { party: 'family', experiencedOn: '2023-07-04', aspects: { rooms: 4 } },
  { party: 'family', experiencedOn: '2024-01-04', text: 'The room was small, and we were glad of it.' },
  { party: 'business', experiencedOn: '2023-08-30', text: 'Quick, and cheap.' },
  { experiencedOn: '2024-07-01', aspects: { value: 3.5 } },
  { text: 'Nothing to add.' },
];

beforeAll(async () => {
  table = await createTestTable();
  const names = visits.map((_, n) => `guest${n}`);
  await join('host', ...names, ...Array.from({ length: 30 }, (_, n) => `more${n}`));
  const fields = { name: 'Harbour House', position: { latitude: 54.1, longitude: 12.1 }, category: 'hotel' };
  itemId = (await facts.add(as('host'), 'place', fields)).id;
  for (const [n, visit] of visits.entries()) {
    await facts.review(as(`guest${n}`, new Date(Date.now() - n * 60_000)), itemId, { rating: 5 - n / 2, ...visit });
  }
  await rebuild();
});
afterAll(() => table.drop());

/** The guests whose reviews are found, newest first, and where the list leads on. */
async function found(query: Query): Promise<{ guests: (number | undefined)[]; next: string | null }> {
  const asked = { order: 'newest', which: 'counted', ...query } as const;
  const answer = await listReviews({ params: { itemId }, query: asked, body: undefined }, as('reader'));
  const { entries, next } = JSON.parse('text' in answer ? answer.text : '') as OutputOf<Operations['listReviews']>;
  return { guests: entries.map(({ by }) => Number(by?.replace(/\D+/, ''))), next };
}

it.each<[Query, number[]]>([
  [{ party: 'family' }, [0, 1]],
  [{ season: 'jun-aug' }, [0, 2, 3]],
  [{ season: 'jun-aug', year: '2023' }, [0, 2]],
  [{ year: '2024', party: 'family' }, [1]],
  [{ aspect: 'rooms' }, [0, 1]],
  [{ aspect: 'value' }, [2, 3]],
  [{ aspect: 'value', order: 'lowest' }, [3, 2]],
  [{ stars: '5', season: 'jun-aug' }, [0]],
  [{ stars: '4', order: 'highest', season: 'jun-aug' }, [2, 3]],
  [{ aspect: 'sound' }, []],
  [{ year: '9999', season: 'dec-feb' }, []],
  [{ which: 'held' }, []],
])('finds the reviews that are asked for: %j', async (query, guests) => {
  expect(await found(query)).toEqual({ guests, next: null });
});

it('takes a party only of kinds that ask for one, and aspects of the place’s own category', async () => {
  const refused = (written: Partial<NewReview>, of = itemId) =>
    facts.review(as('more0'), of, { rating: 4, ...written });
  await expect(refused({ aspects: { food: 4 } })).rejects.toThrow('is no aspect of a place: rooms');
  const link = await facts.link(as('host'), 'https://example.org/');
  await expect(refused({ party: 'family' }, link.id)).rejects.toThrow('is not asked of a link');
});

it('takes a visit of tomorrow, which it is already somewhere, and none that is still to come', async () => {
  const { id } = await facts.link(as('host'), 'https://example.org/visited');
  const evening = as('more0', new Date('2026-07-31T20:00:00Z'));
  const visit = (experiencedOn: string) => facts.review(evening, id, { rating: 4, experiencedOn });
  await expect(visit('2026-08-02')).rejects.toThrow('is still to come');
  expect((await visit('2026-08-01')).experiencedOn).toBe('2026-08-01');
});

it('is one request however many there are, and leads on through all that are found', async () => {
  for (let n = 0; n < 30; n++) {
    const party = n % 2 === 0 ? 'couple' : 'alone';
    await facts.review(as(`more${n}`, new Date(Date.now() + n * 60_000)), itemId, { rating: 4, party });
  }
  await rebuild();
  const seen: (number | undefined)[] = [];
  let cursor: string | undefined;
  do {
    const cost = await costOf(async () => {
      const page = await found({ party: 'couple', cursor });
      seen.push(...page.guests);
      cursor = page.next ?? undefined;
    });
    expect(cost).toMatchObject({ roundTrips: 1, writeUnits: 0 });
    expect(cost.requests).toBe(2);
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: 15 }, (_, n) => 28 - 2 * n));
});
