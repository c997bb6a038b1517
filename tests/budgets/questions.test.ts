import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getComment } from '#functions/discussions/get-comment.ts';
import { getThread } from '#functions/discussions/get-thread.ts';
import { postComment } from '#functions/discussions/post-comment.ts';
import { voteComment } from '#functions/discussions/vote-comment.ts';
import { audit } from '#functions/projections/audit.ts';
import { getAsked } from '#functions/questions/get-asked.ts';
import { checkIn } from '#functions/visits/check-in.ts';
import { answersWeighed } from '#shared/discussions/rules.ts';
import type { Comment, CommentNode } from '#shared/discussions/schema.ts';
import { Feed } from '#tests/bench/ranking/feed.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { fieldsOf } from '#tests/builders/fields.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { askedIdOf, eachQuestion, manyQuestions } from '#tests/worlds/long-thread.ts';

const none = { params: undefined, query: undefined, body: undefined };
describe.each([3, 40])('an item with %i questions', (count) => {
  let table: TestTable;
  let itemId: string;
  let feed: Feed;
  const at = (what: 'questions' | 'tips') => ({ what, target: itemId });
  const say = async (what: 'questions' | 'tips', text: string, parent?: string) =>
    ((await postComment({ ...none, params: at(what), body: { text, parent } }, as('writer'))) as { comment: Comment })
      .comment;

  beforeAll(async () => {
    table = await createTestTable();
    await join('maker', 'writer', 'judge');
    itemId = (await facts.add(as('maker'), 'place', fieldsOf.place())).id;
    await manyQuestions(itemId, count);
    feed = new Feed();
    await feed.drain(100);
  });
  afterAll(() => {
    feed.stop();
    return table.drop();
  });

  it('shows the best of its questions and tips in one round trip and 4 read units', async () => {
    const cost = await costOf(() => getAsked({ ...none, params: { itemId } }, as('judge')));
    expect(cost).toMatchObject({ roundTrips: 1, writeUnits: 0 });
    expect(cost.readUnits).toBeLessThanOrEqual(4);
  });

  it('shows twenty questions, each with its best answer, in one round trip and 6 read units; one in two', async () => {
    const page = () => getThread({ ...none, params: at('questions'), query: { order: 'best' } }, as('judge'));
    const { entries } = (JSON.parse(((await page()) as { text: string }).text) as { page: { entries: CommentNode[] } })
      .page;
    expect(entries).toHaveLength(Math.min(20, count));
    expect(entries.every(({ first, replies }) => first.length === 1 && replies >= answersWeighed - 5)).toBe(true);
    const cost = await costOf(page);
    expect(cost).toMatchObject({ roundTrips: 1, writeUnits: 0 });
    expect(cost.readUnits).toBeLessThanOrEqual(6);
    const params = { commentId: askedIdOf(0) };
    const one = await costOf(() => getComment({ ...none, params, query: { order: 'best' } }, as('judge')));
    expect(one.roundTrips).toBeLessThanOrEqual(2);
    expect(one.readUnits).toBeLessThanOrEqual(6);
  });

  it('takes a question and a tip with 6 write units, an answer with 8, and one more press with 4', async () => {
    const asked = await say('questions', 'Once, to begin to watch it?');
    for (const what of ['tips', 'questions'] as const) {
      const cost = await costOf(() => say(what, 'Short.', what === 'questions' ? asked.id : undefined));
      // Who writes it watches the question already; the first answer looks at the question itself.
      expect.soft(cost.writeUnits, what).toBeLessThanOrEqual(what === 'tips' ? 6 : 10);
    }
    expect((await costOf(() => say('questions', 'Short.', asked.id))).writeUnits).toBeLessThanOrEqual(8);
    const press = (day: string) =>
      costOf(() => checkIn({ ...none, params: { itemId, day }, body: { private: false } }, as('judge')));
    expect((await press('2026-01-05')).writeUnits).toBeLessThanOrEqual(4);
    const again = await press('2026-01-06');
    expect(again.writeUnits).toBeLessThanOrEqual(4);
    expect(again.roundTrips).toBeLessThanOrEqual(2);
    expect((await press('2026-01-06')).writeUnits).toBe(0);
  });

  it('costs 40 write units after a vote that moves the best of ten long answers, none of them for the item', async () => {
    await feed.drain(100);
    const params = { commentId: askedIdOf(eachQuestion - 1) };
    await voteComment({ ...none, params, body: { value: 'up' } }, as('judge'));
    const after = await costOf(() => feed.drain(1));
    expect(after.writeUnits).toBeLessThanOrEqual(40);
    expect((await audit()).differences).toEqual([]);
  });
});
