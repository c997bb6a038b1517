import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { storeVote } from '#functions/votes/table.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { costOf } from '#tests/builders/cost.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

describe('an item that many vote for', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
    await join('olivia');
  });
  afterAll(() => table.drop());

  it('costs at most 3 write units a vote after the request, from the thousandth vote on', async () => {
    const item = await facts.link(as('olivia'), 'https://example.org/popular');
    const stream = new UnreliableStream({ shards: 1, named: true, chance: chanceFrom(2) });
    await stream.run(0);
    const vote = async (from: number, to: number) => {
      for (let n = from; n < to; n += 50) {
        await Promise.all(
          Array.from({ length: 50 }, (_, k) =>
            storeVote(personIdOf(`voter-${n + k}`), item.id, 'up', minuteOf(Date.now())),
          ),
        );
      }
      return costOf(() => stream.run(0));
    };
    await vote(0, 1000);
    const { writeUnits } = await vote(1000, 2000);
    expect(writeUnits / 1000).toBeLessThanOrEqual(3);
    expect((await audit()).differences).toEqual([]);
  }, 120_000);
});
