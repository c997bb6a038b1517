import { afterAll, beforeEach, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

const people = ['alice', 'bob', 'carol', 'dave'];
let table: TestTable | undefined;
beforeEach(async () => {
  if (table) await table.reset();
  else table = await createTestTable();
  for (const handle of people) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => table?.drop());

it.each([1, 2])('counts every comment, reply and vote once, delivered twice, late or cut off (%i)', async (seed) => {
  const chance = chanceFrom(seed);
  const stream = new UnreliableStream({ shards: 3, named: seed % 2 === 0, chance });
  const fields = { url: 'https://example.org/talk', title: 'Talked about' };
  const { item } = await as('alice').done('createItem', { body: { kind: 'link', fields } });
  const params = { what: 'items', target: item.id };
  const standing = new Map<string, { by: string; revision: number; votes: Map<string, string> }>();
  for (let step = 0; step < 70; step++) {
    const by = people[chance(4)] ?? '';
    const ids = [...standing.keys()];
    const commentId = ids[chance(Math.max(1, ids.length))];
    const there = commentId === undefined ? undefined : standing.get(commentId);
    const act = chance(10);
    if (act < 4 || !commentId || !there) {
      const parent = chance(3) === 0 ? undefined : commentId;
      const { comment } = await as(by).done('postComment', { params, body: { text: `Said at ${step}`, parent } });
      standing.set(comment.id, { by, revision: 1, votes: new Map() });
    } else if (act < 8 && by !== there.by) {
      const value = chance(3) === 0 ? 'down' : 'up';
      await as(by).done('voteComment', { params: { commentId }, body: { value } });
      there.votes.set(by, value);
    } else if (act === 8) {
      const body = { text: `Reworded at ${step}`, revision: there.revision++ };
      await as(there.by).done('editComment', { params: { commentId }, body });
    } else if (act === 9) {
      await as(there.by).done('withdrawComment', { params: { commentId } });
      standing.delete(commentId);
    }
    if (step % 25 === 24) await stream.run(3);
  }
  await stream.run(3);
  expect(stream.crashes).toBeGreaterThan(0);
  expect(await audit()).toMatchObject({ differences: [], unfit: [], setAside: [] });
  expect((await seen('getThread', { params, query: {} })).comments).toBe(standing.size);
  for (const [commentId, { votes }] of standing) {
    const { comment } = await seen('getComment', { params: { commentId }, query: {} });
    const cast = [...votes.values()];
    const up = cast.filter((value) => value === 'up').length;
    expect(comment).toMatchObject({ up, down: cast.length - up });
  }
});
