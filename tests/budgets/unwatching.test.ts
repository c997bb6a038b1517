import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommentRow, commentKey } from '#functions/discussions/table.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { fanOut } from '#functions/relations/fan-out.ts';
import { actEntries, feedEntry, feedPartition } from '#functions/relations/feeds/table.ts';
import type { FollowRow } from '#functions/relations/table.ts';
import { queryAll, type Row, writeRows } from '#functions/table/table.ts';
import { watch } from '#functions/watches/activity.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { type Target, targetText } from '#shared/targets.ts';
import { costOf } from '#tests/builders/cost.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const now = new Date();
const ago = (seconds: number) => isoSeconds(new Date(now.getTime() - seconds * 1000));

/** A long answer to a question about an item: under both. */
function answer(itemId: string, question: string, n: number): CommentRow {
  const id = newId();
  return {
    ...commentKey(id),
    type: 'comment',
    id,
    target: targetText({ what: 'questions', id: itemId }),
    about: { title: 'An article with a title of the usual length', href: `/i/${itemId}` },
    itemId,
    kind: 'link',
    parent: question,
    above: [question],
    depth: 1,
    at: ago(10 + n),
    by: 'somebody',
    byId: newId(),
    text: 'What was said, at length. '.repeat(300),
    licence: 'CC-BY-SA-4.0',
    revision: 1,
    mentions: [],
  };
}

let table: TestTable;
const reader = personIdOf('reader');
beforeAll(async () => {
  table = await createTestTable();
});
afterAll(() => table.drop());

const watching = (target: Target): FollowRow => ({
  pk: personPartition(reader),
  sk: `WATCH#${targetText(target)}`,
  type: 'watch',
  target: targetText(target),
  name: 'x',
  since: ago(86_400),
});

describe.each([10, 3000])('ceasing to watch something on which %i long things were said', (count) => {
  it('reads what they are listed by, some twenty a unit, and only what is still heard of whole', async () => {
    const [itemId, other, question] = [newId(), newId(), newId()];
    const facts = [
      ...Array.from({ length: count }, (_, n) => answer(itemId, other, n)),
      ...Array.from({ length: 5 }, (_, n) => answer(itemId, question, count + n)),
    ];
    const acts = facts.flatMap((fact) => watch.actOf(fact, now) ?? []);
    expect(acts).toHaveLength(count + 5);
    const lists = acts.flatMap((act): Row[] => [...actEntries('watch', act), feedEntry('watch', reader, act)]);
    const still = watching({ what: 'comments', id: question });
    await writeRows([...facts, ...lists, still].map((put) => ({ put })));

    const before = watching({ what: 'items', id: itemId });
    const cost = await costOf(() => fanOut(watch, [{ before, after: undefined }], now));

    // Twice each: what the person watches, what is listed under the item, and the five that the question is told of.
    const deletions = Math.ceil(count / 25);
    expect(cost.requests).toBeLessThanOrEqual(6 + deletions + 1);
    expect(cost.readUnits).toBeLessThanOrEqual(2 * (2 + 5 * 2 + Math.ceil(count / 12)));
    const left = await queryAll({ pk: feedPartition('watch', reader), strong: true });
    expect(left).toHaveLength(5);
    await writeRows([...left, still].map((row) => ({ delete: row })));
  });
});
