import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rankingEntries } from '#functions/ranking/reader.ts';
import { rankedItems } from '#functions/ranking/table.ts';
import { writeRows } from '#functions/table/table.ts';
import { idFromBytes } from '#shared/ids.ts';
import { type Order, orders, type WindowName, windows } from '#shared/ranking/schema.ts';
import { isoSeconds, minuteOf } from '#shared/ranking/time.ts';
import { costOf } from '#tests/builders/cost.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';

const hour = 3_600_000;
/** A quarter past: what was voted on half an hour before the hour settles on the hour it lies in. */
const now = new Date(Math.floor(Date.now() / hour) * hour + hour / 4);
const limit = 51;
type Shown = { id: string; at: string };

/** Every page of a listing, with the dearest of the requests. */
async function walk(order: Order, window: WindowName, tag?: string) {
  const pages: Shown[][] = [];
  let dearest = 0;
  let after: string | undefined;
  do {
    const rows: Shown[] = [];
    const cost = await costOf(async () => {
      const page = await rankedItems({ kind: 'book', tag }, order, window, { now, after, limit });
      rows.push(...page.rows.map(({ card }) => JSON.parse(card) as Shown));
      after = page.last;
    });
    expect(cost.requests).toBe(1);
    dearest = Math.max(dearest, cost.readUnits);
    pages.push(rows);
  } while (after !== undefined);
  return { shown: pages.flat(), pages: pages.length, dearest };
}

describe('where the table deletes two days late what is due', () => {
  let table: TestTable;
  const added = new Map<string, Date>();

  beforeAll(async () => {
    table = await createTestTable();
    const chance = chanceFrom(5);
    // One an hour for ten days, all liked; each listed as it was when it was added, and nothing deleted since.
    for (let n = 0; n < 240; n++) {
      const at = new Date(now.getTime() - n * hour - hour / 2);
      const id = idFromBytes(Uint8Array.from({ length: 12 }, () => chance(248)));
      const up = 2 + chance(50);
      const standing = {
        up,
        down: 1 + Math.floor((up - 2) / 3),
        upMinutes: up * minuteOf(at.getTime()),
        ratings: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0],
        reviews: 1,
        saves: 1 + chance(50),
        aspects: {},
        tags: { classic: 1 },
        card: { kind: 'book' as const, title: `Book ${n}`, byline: 'Somebody', at: isoSeconds(at) },
      };
      const late = (ttl: unknown) => typeof ttl !== 'number' || ttl * 1000 > now.getTime() - 48 * hour;
      await writeRows(
        rankingEntries(id, standing, at)
          .filter(({ ttl }) => late(ttl))
          .map((put) => ({ put })),
      );
      added.set(id, at);
    }
  });
  afterAll(() => table.drop());

  const within = (hours: number) => [...added].filter(([, at]) => now.getTime() - at.getTime() < hours * hour).length;
  const hours: Record<WindowName, number> = { day: 24, week: 168, month: 720, year: 8760, all: 1e9 };

  it.each(orders.flatMap((order) => [undefined, 'classic'].map((tag) => [order, tag] as const)))(
    'a page of %s (tag: %s) is one request and 3 read units at most, and the pages hold what the window does',
    async (order, tag) => {
      for (const window of windows) {
        const { shown, dearest } = await walk(order, window, tag);
        expect.soft(dearest, window).toBeLessThanOrEqual(3);
        expect.soft(new Set(shown.map(({ id }) => id)).size, window).toBe(shown.length);
        // An item rises for seven days from the hour of its votes.
        expect.soft(shown.length, window).toBe(within(Math.min(hours[window], order === 'rising' ? 167 : 1e9)));
      }
    },
  );

  it('fills no page of a day with what is due, however much of it lies in front', async () => {
    const { shown, pages } = await walk('top', 'day');
    expect(shown).toHaveLength(24);
    // 72 lie in the list: two days that are over among the one that is not.
    expect(pages).toBe(2);
  });
});
