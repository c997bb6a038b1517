import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownersOf } from '#functions/claims/owners/reader.ts';
import { getItem } from '#functions/items/get-item.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { postReply } from '#functions/replies/post-reply.ts';
import { reviewKey } from '#functions/reviews/table.ts';
import { writeRows } from '#functions/table/table.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { owns } from '#tests/builders/claim.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const none = { params: undefined, query: undefined, body: undefined };
const long = 'It was closed when it said that it would be open. '.repeat(38);
const idOf = (n: number) => `R${String(n).padStart(11, '0')}`;

let table: TestTable;
let itemId: string;
beforeAll(async () => {
  table = await createTestTable();
  await join('maker', 'keeper');
  itemId = (await facts.link(as('maker'), 'https://shop.example.org/')).id;
  await owns('keeper', itemId, 'keeper');
  const rows = Array.from({ length: 30 }, (_, n) => ({
    ...reviewKey(idOf(n)),
    type: 'review',
    id: idOf(n),
    itemId,
    rating: 1,
    text: long,
    aspects: { atmosphere: 4.5, food: 3.5, service: 1.5, value: 2.5 },
    experiencedOn: '2026-01-01',
    party: 'business',
    licence: 'CC-BY-SA-4.0',
    by: `reader${n}`,
    byId: `P${String(n).padStart(11, '0')}`,
    at: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString().replace('.000', ''),
    revision: 1,
    about: { id: itemId, kind: 'link', title: 'A shop' },
  }));
  await writeRows(rows.map((put) => ({ put })));
  await rebuild();
});
afterAll(() => table.drop());

const reply = (n: number, text = long) =>
  postReply({ ...none, params: { reviewId: idOf(n) }, body: { text } }, as('keeper'));

test('a reply to a long review costs 14 write units and three round trips, and who owns an item half a read unit', async () => {
  const cost = await costOf(() => reply(29, 'We are sorry.'));
  expect.soft(cost.writeUnits).toBeLessThanOrEqual(14);
  expect.soft(cost.roundTrips).toBeLessThanOrEqual(3);
  expect.soft(await costOf(() => ownersOf(itemId))).toMatchObject({ requests: 1, readUnits: 0.5 });
});

test('an item with its owner and ten long replies below long reviews is one round trip and three read units', async () => {
  for (let n = 0; n < 29; n++) await reply(n);
  await rebuild();
  let page = '';
  const cost = await costOf(async () => {
    page = ((await getItem({ ...none, params: { itemId } }, as('keeper'))) as { text: string }).text;
  });
  const { reviews, owners } = JSON.parse(page) as { reviews: { entries: Review[] }; owners: unknown[] };
  expect(owners).toHaveLength(1);
  const cut = reviews.entries.filter(({ more, reply: said }) => more && said?.more);
  expect(cut).toHaveLength(9);
  // Enough of both to tell what it is about; the rest is on the page of the review.
  for (const { text, reply: said } of cut) {
    expect(text.length).toBeGreaterThan(270);
    expect(said?.text.length).toBeGreaterThan(110);
  }
  expect.soft(cost).toMatchObject({ roundTrips: 1, writeUnits: 0 });
  expect.soft(cost.readUnits).toBeLessThanOrEqual(3);
});
