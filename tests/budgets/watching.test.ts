import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listNotices } from '#functions/notifications/list-notices.ts';
import { listChanges } from '#functions/watches/list-changes.ts';
import { listWatchedChanges } from '#functions/watches/list-watched-changes.ts';
import { costOf } from '#tests/builders/cost.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { watchedChanges } from '#tests/worlds/watched-changes.ts';

const none = { params: undefined, query: undefined, body: undefined };
const now = new Date();

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
  await join('reader');
  await watchedChanges('reader', now);
});
afterAll(() => table.drop());

const yes = 'yes' as const;
type Query = Parameters<typeof listChanges>[0]['query'];
const filters: [string, Query][] = [
  ['all', {}],
  ['of a kind', { kind: 'book' }],
  ['under a tag', { tag: 'history' }],
  ['of a kind under a tag', { kind: 'book', tag: 'history' }],
  ['by newcomers', { newcomers: yes }],
  ['without minor ones', { minor: 'hidden' }],
  ['not reviewed', { unreviewed: yes }],
  ['all at once', { kind: 'link', tag: 'history', newcomers: yes, minor: 'hidden', unreviewed: yes }],
];

describe('a page', () => {
  it.each(filters)('of recent changes, %s, costs one request and ten read units', async (_name, query) => {
    let entries = 0;
    const cost = await costOf(async () => {
      const answer = await listChanges({ ...none, query }, { now, requestId: 'test', caller: undefined });
      if ('text' in answer) entries = (JSON.parse(answer.text) as { entries: unknown[] }).entries.length;
    });
    expect(entries).toBeGreaterThan(0);
    expect(cost).toMatchObject({ requests: 1, writeUnits: 0 });
    expect(cost.readUnits).toBeLessThanOrEqual(10);
  });

  it('of a watchlist or of notifications costs one round trip and ten read units', async () => {
    const reader = as('reader', now);
    for (const read of [listWatchedChanges, listNotices]) {
      const cost = await costOf(async () => read({ ...none, query: {} }, reader));
      expect(cost).toMatchObject({ roundTrips: 1, writeUnits: 0 });
      expect(cost.readUnits).toBeLessThanOrEqual(10);
    }
  });
});
