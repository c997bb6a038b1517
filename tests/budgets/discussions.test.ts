import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editComment } from '#functions/discussions/edit-comment.ts';
import { getComment } from '#functions/discussions/get-comment.ts';
import { getThread } from '#functions/discussions/get-thread.ts';
import { listReplies } from '#functions/discussions/list-replies.ts';
import { levelPartition } from '#functions/discussions/pages/table.ts';
import { postComment } from '#functions/discussions/post-comment.ts';
import { voteComment } from '#functions/discussions/vote-comment.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { queryRows } from '#functions/table/table.ts';
import type { Comment, CommentNode } from '#shared/discussions/schema.ts';
import { targetText } from '#shared/targets.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { commentIdOf, longThread } from '#tests/worlds/long-thread.ts';

const none = { params: undefined, query: undefined, body: undefined };
describe.each([10, 5000])('a thread of %i comments', (count) => {
  let table: TestTable;
  let itemId: string;
  const thread = () => ({ what: 'items' as const, target: itemId });
  const say = async (text: string, parent?: string) =>
    ((await postComment({ ...none, params: thread(), body: { text, parent } }, as('writer'))) as { comment: Comment })
      .comment;

  /** Half of them begin, each with three replies and more below one; all long. */
  beforeAll(async () => {
    table = await createTestTable();
    await join('maker', 'writer', 'judge');
    itemId = (await facts.link(as('maker'), 'https://example.org/talked-about')).id;
    await longThread(itemId, count);
    await rebuild();
  }, 240_000);
  afterAll(() => table.drop());

  const parsed = (answer: unknown) =>
    JSON.parse((answer as { text: string }).text) as { page: { entries: CommentNode[]; next: string | null } };

  it('shows twenty with their first replies in one round trip and 12 read units, in any order and on any page', async () => {
    for (const order of ['best', 'new', 'old'] as const) {
      const page = (cursor?: string) => getThread({ ...none, params: thread(), query: { order, cursor } }, as('judge'));
      const { page: first } = parsed(await page());
      expect(first.entries).toHaveLength(Math.min(20, Math.ceil(count / 4)));
      expect(first.entries.at(-1)?.first).toHaveLength(count === 10 && order !== 'new' ? 1 : 3);
      for (const cursor of [undefined, ...(first.next ? [first.next] : [])]) {
        const cost = await costOf(() => page(cursor));
        expect.soft(cost).toMatchObject({ roundTrips: 1, writeUnits: 0 });
        expect.soft(cost.readUnits).toBeLessThanOrEqual(12);
      }
    }
  });

  it('shows one comment with those above and below it in two round trips, and its replies in one', async () => {
    const params = { commentId: commentIdOf(4) };
    const one = await costOf(() => getComment({ ...none, params, query: { order: 'best' } }, as('judge')));
    expect(one.roundTrips).toBeLessThanOrEqual(2);
    expect(one.readUnits).toBeLessThanOrEqual(12);
    const replies = await costOf(() => listReplies({ ...none, params, query: { order: 'old' } }, as('judge')));
    expect(replies).toMatchObject({ roundTrips: 1 });
    expect(replies.readUnits).toBeLessThanOrEqual(4);
  });

  it('takes a comment with 6 write units, a reply with 8, a vote with 1, however long it is', async () => {
    // Whoever says something watches it from then on, unless they do not want to.
    await say('The first of mine');
    const begun = await costOf(() => say('A new beginning'));
    expect(begun.writeUnits).toBeLessThanOrEqual(6);
    expect(begun.roundTrips).toBeLessThanOrEqual(4);
    // The first answer looks at the long comment itself.
    expect((await costOf(() => say('An answer', commentIdOf(0)))).writeUnits).toBeLessThanOrEqual(14);
    let commentId = '';
    const reply = await costOf(async () => {
      commentId = (await say('An answer', commentIdOf(0))).id;
    });
    expect(reply.writeUnits).toBeLessThanOrEqual(8);
    expect(reply.roundTrips).toBeLessThanOrEqual(5);
    const vote = () => voteComment({ ...none, params: { commentId }, body: { value: 'up' } }, as('judge'));
    expect((await costOf(vote)).writeUnits).toBe(1);
    const body = { text: 'An answer, reworded', revision: 1 };
    const edit = await costOf(() => editComment({ ...none, params: { commentId }, body }, as('writer')));
    expect(edit.writeUnits).toBeLessThanOrEqual(8);
  });

  it('keeps rows small that lists are made of', async () => {
    const pk = levelPartition(targetText({ what: 'items', id: itemId }), 'best');
    const { rows } = await queryRows({ pk, limit: 20 });
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(JSON.stringify(row).length).toBeLessThan(5000);
  });
});
