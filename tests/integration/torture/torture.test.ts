import { expect, test } from 'vitest';
import { putRow, type Row, scanRows, updateRow } from '#functions/table/table.ts';
import { planBlows } from '#tests/torture/plan.ts';
import { refusedText } from '#tests/torture/refused-steps.ts';
import { isSound, summaryText } from '#tests/torture/summary.ts';
import { torture } from '#tests/torture/torture.ts';

test('nothing is lost and nothing doubled while every part is killed', async () => {
  const summary = await torture({ seed: 11, requests: 550, minutes: 0.1, people: 16, blowEvery: 100 });

  expect(isSound(summary), summaryText(summary)).toBe(true);
  expect(Object.keys(summary.blows)).toHaveLength(8);
  expect(summary.answers['200']).toBeGreaterThan(400);
  expect(summary.deadLetters).toEqual({ poisoned: 1, found: 1 });
  expect(summary.held.audited).toBeGreaterThan(1000);
});

/** The first row that fits. */
async function rowWith(fits: (row: Row) => boolean): Promise<Row> {
  for await (const page of scanRows()) {
    const found = page.find(fits);
    if (found) return found;
  }
  throw new Error('There is no such row');
}

test('what is lost, doubled or left over by hand is found', async () => {
  const summary = await torture({
    seed: 12,
    requests: 150,
    minutes: 0,
    people: 10,
    blowEvery: Number.POSITIVE_INFINITY,
    beforeLooking: async () => {
      const isVote = (name: string) => /^v\w{12}$/.test(name);
      const votes = await rowWith((row) => row.type === 'marks' && Object.keys(row).some(isVote));
      const vote = Object.keys(votes).find(isVote) ?? '';
      await updateRow(votes, { UpdateExpression: 'REMOVE #vote', ExpressionAttributeNames: { '#vote': vote } });
      // Of another item: the one whose vote is gone is counted anew, and would have as many again.
      const isOther = ({ pk }: Row) => !pk.endsWith(vote.slice(1));
      const standing = await rowWith((row) => row.type === 'itemStanding' && Number(row.up) > 0 && isOther(row));
      await putRow({ ...standing, up: Number(standing.up) + 1 });
      const made = (row: Row) => row.type === 'item' && String(row.title).startsWith('made-');
      await putRow({ ...(await rowWith(made)), pk: 'I#000000000000', id: '000000000000' });
      await putRow({ pk: 'RV#000000000000', sk: 'V#000001', type: 'reviewVersion', text: refusedText });
      await putRow({ pk: 'DEAD', sk: 'x', type: 'deadLetter', row: { pk: 'I#1', sk: 'FACT' } });
    },
  });

  expect(isSound(summary)).toBe(false);
  const found = (kind: string) => summary.findings.filter((finding) => finding.kind === kind).map(({ what }) => what);
  expect(found('lost')).toContainEqual(expect.stringContaining('vote is null'));
  expect(found('doubled')).toContainEqual(expect.stringMatching(/Item made-\S+ is there 2 times/));
  expect(found('doubled')).toContainEqual(expect.stringMatching(/^Up votes on/));
  expect(found('left over')).toEqual([`${refusedText} in RV#000000000000`]);
  expect(found('dead letters wrong')).toHaveLength(1);
  expect(summary.counts['audit difference']).toBeGreaterThan(0);
});

test('the same seed plans the same blows', () => {
  expect(planBlows(5, 10_000, 500)).toEqual(planBlows(5, 10_000, 500));
  expect(planBlows(5, 10_000, 500)).not.toEqual(planBlows(6, 10_000, 500));
  expect(new Set(planBlows(5, 100, 500).map(({ blow }) => blow)).size).toBe(8);
});
