import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow as relation } from '#functions/follows/activity.ts';
import { listHome } from '#functions/follows/list-home.ts';
import { muteTarget } from '#functions/mutes/mute-target.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { fanOut } from '#functions/relations/fan-out.ts';
import { feedEntry } from '#functions/relations/feeds/table.ts';
import { type FollowerRow, type FollowRow, followsOf } from '#functions/relations/table.ts';
import { type Row, writeRows } from '#functions/table/table.ts';
import { getTaste } from '#functions/taste/get-taste.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { bucketOf } from '#shared/votes/rules.ts';
import { costOf } from '#tests/builders/cost.ts';
import { follow, home, saved, unfollow } from '#tests/builders/follows.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const none = { params: undefined, query: undefined, body: undefined };
const ago = (seconds: number) => isoSeconds(new Date(Date.now() - seconds * 1000));

/** A save as long as most are: title, note and three tags. */
const saveRow = (person: string, itemId: string, at: string): Row => ({
  pk: personPartition(person),
  sk: `S#${itemId}`,
  type: 'save',
  itemId,
  by: 'somebody',
  at,
  note: 'Why this is worth keeping, in a sentence or two that say it well enough. '.repeat(2),
  tags: new Set(['history', 'typography', 'long-read']),
  about: {
    kind: 'link',
    title: 'An article with a title of the usual length, and a little more',
    byline: 'example.org',
  },
});

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
  await join('reader', 'writer', 'other');
});
afterAll(() => table.drop());

describe.each([
  [10, 100],
  [2000, 20_000],
])('following %i people who did %i things', (people, acts) => {
  beforeAll(async () => {
    const reader = personIdOf('reader');
    const ids = Array.from({ length: people }, newId);
    const follows = ids.map((id): FollowRow => {
      const target = `p#${id}`;
      return {
        pk: personPartition(reader),
        sk: `FOLLOW#${target}`,
        type: 'follow',
        target,
        name: 'x',
        since: ago(86_400),
      };
    });
    const lines = Array.from({ length: acts }, (_, n) => {
      const act = relation.actOf(saveRow(ids[n % people] ?? '', newId(), ago(10 + n)), new Date());
      return act ? [feedEntry('follow', reader, act)] : [];
    });
    await writeRows([...follows, ...lines.flat()].map((put) => ({ put })));
    for (let n = 0; n < 10; n++)
      await muteTarget({ ...none, params: { what: 'tags', target: `muted ${n}` } }, as('reader'));
  });

  it('shows a page of the home feed in one round trip and 10 read units', async () => {
    const first = await home(as('reader'));
    expect(first.entries).toHaveLength(50);
    for (const cursor of [undefined, first.next ?? undefined]) {
      const cost = await costOf(() => listHome({ ...none, query: { cursor } }, as('reader')));
      expect(cost).toMatchObject({ requests: 2, roundTrips: 1, writeUnits: 0 });
      expect(cost.readUnits).toBeLessThanOrEqual(10);
    }
  });
});

describe.each([0, 10, 10_000])('what somebody does who has %i followers', (followers) => {
  it('is told by the projector for a write a follower, and little more', async () => {
    const writer = personIdOf(`writer-of-${followers}`);
    const rows = Array.from({ length: followers }, (): FollowerRow => {
      const personId = newId();
      return {
        pk: `FOL#p#${writer}`,
        sk: `F#${personId}`,
        type: 'follower',
        personId,
        since: ago(86_400),
        handle: 'some-reader',
      };
    });
    await writeRows(rows.map((put) => ({ put })));
    const after = saveRow(writer, newId(), ago(1));
    await writeRows([{ put: after }]);
    const cost = await costOf(() => fanOut(relation, [{ before: undefined, after }], new Date()));
    expect(cost.writeUnits).toBe(followers);
    // Five lists of followers, strongly, and once more where there were any; 25 followers or so to a read unit.
    expect(cost.readUnits).toBeLessThanOrEqual(12 + 2 * Math.ceil(followers / 25));
  });
});

describe('following', () => {
  it('costs 10 write units or less, and as much to end', async () => {
    expect((await costOf(() => follow(as('reader'), 'people', 'writer'))).writeUnits).toBeLessThanOrEqual(10);
    expect((await costOf(() => unfollow(as('reader'), 'people', 'writer'))).writeUnits).toBeLessThanOrEqual(10);
  });

  it('brings along 200 things for four write units each', async () => {
    for (let n = 0; n < 250; n++) await saved('writer', newId(), { at: ago(100 + n) });
    await rebuild();
    await follow(as('other'), 'people', 'writer');
    const [after] = await followsOf('follow', personIdOf('other'));
    const cost = await costOf(() => fanOut(relation, [{ before: undefined, after }], new Date()));
    expect((await home(as('other'))).entries).toHaveLength(50);
    expect(cost.writeUnits).toBeLessThanOrEqual(800);
  });
});

describe('taste', () => {
  it('costs the rows of both people’s marks, and ten items', async () => {
    for (const name of ['reader', 'other']) {
      const rows = new Map<string, Row>();
      for (let n = 0; n < 1000; n++) {
        const id = `item${String(n).padStart(8, '0')}`;
        const key = { pk: personPartition(personIdOf(name)), sk: `M#${bucketOf(id)}` };
        const row = rows.get(key.sk) ?? { ...key, type: 'marks' };
        row[`s${id}`] = n % 2 === 0 ? 4 : 2.5;
        row[`v${id}`] = '+25s5w';
        rows.set(key.sk, row);
      }
      await writeRows([...rows.values()].map((put) => ({ put })));
    }
    const cost = await costOf(() => getTaste({ ...none, params: { handle: 'reader', other: 'other' } }, as('reader')));
    expect(cost.roundTrips).toBeLessThanOrEqual(3);
    expect(cost.readUnits).toBeLessThanOrEqual(25);
  });
});
