import { afterAll, beforeAll, expect, it } from 'vitest';
import { handler } from '#functions/jobs.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { scanRows } from '#functions/table/table.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { Feed } from '#tests/bench/ranking/feed.ts';
import { subOf } from '#tests/builders/event.ts';
import { facts } from '#tests/builders/facts.ts';
import { as as byName } from '#tests/builders/people.ts';
import { proposalRow, revisionRow, written } from '#tests/builders/work.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';

let table: TestTable;
let itemId: string;
let quietId: string;
const run = () => handler({ job: 'odds' }, lambdaContext('jobs', 'request-1', 900_000));
const ago = (minutes: number) => `${new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 19)}Z`;
const months = 120 * 1440;

beforeAll(async () => {
  table = await createTestTable();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
  itemId = (await facts.link(byName(subOf('alice')), 'https://example.org/page')).id;
  quietId = (await facts.link(byName(subOf('carol')), 'https://example.org/quiet')).id;
});
afterAll(() => table.drop());

it('there is nothing to say before anything was learned, or where nobody has enough history', async () => {
  const params = { itemId };
  expect(await seen('getOdds')).toEqual({ model: null });
  expect(await as('bob').done('getMyOdds', { params })).toEqual({ itemId, odds: null, reasons: null, at: null });
  await run();
  expect((await seen('getOdds')).model).toMatchObject({ settled: 0, contests: 0, learned: null, calibration: null });
  expect(await as('bob').done('getMyOdds', { params })).toMatchObject({ odds: null, reasons: null });
  expect((await as('bob').call('getMyOdds', { params: { itemId: 'nothing00000' } })).code).toBe('item_not_found');
});

it('learns who is mostly taken back, says so with reasons, and how its odds came true', async () => {
  const chance = chanceFrom(5);
  let n = 1;
  for (let step = 0; step < 120; step++) {
    const by = ['alice', 'bob', 'carol'][step % 3] ?? '';
    const at = months - step * 200;
    const taken = chance(10) < (by === 'bob' ? 7 : 1);
    const rows = [revisionRow({ itemId, n: ++n, by, at: ago(at) })];
    if (taken) {
      const other = by === 'alice' ? 'carol' : 'alice';
      const reverted = { from: n, to: n, of: { [by]: 1 } };
      rows.push(revisionRow({ itemId, n: ++n, by: other, at: ago(at - 5), did: 'reverted', reverted }));
    }
    await written(...rows);
  }
  await written(
    proposalRow({ id: 'proposal0001', itemId, by: 'bob', at: ago(months), state: 'refused', decidedAt: ago(months) }),
  );
  await run();

  const { model } = await seen('getOdds');
  expect(model).toMatchObject({ settled: 121, contests: 121, people: 3, items: 1 });
  expect(model?.calibration).toMatchObject({ contests: 25 });
  expect(model?.calibration?.logLoss).toBeLessThan(model?.calibration?.baseline ?? 0);
  const of = async (name: string, id = itemId) => as(name).done('getMyOdds', { params: { itemId: id } });
  const [alice, bob, carol] = [await of('alice'), await of('bob'), await of('carol')];
  expect(alice.odds).toBeGreaterThan(0.75);
  expect(bob.odds).toBeLessThan(0.45);
  expect(bob.reasons).toMatchObject({ you: { edits: 41 }, added: 0, item: { edits: 121 }, competing: 0 });
  expect(bob.reasons?.you.value).toBeLessThan(0);
  expect(alice.reasons?.added).not.toBe(0);
  // A page with too little history counts as average.
  expect((await of('bob', quietId)).reasons?.item).toBeNull();

  // Carol edits now: alice's next edit stands against it.
  await written(revisionRow({ itemId, n: ++n, by: 'carol', at: ago(1) }));
  const against = await of('alice');
  expect(against.reasons?.competing).toBe(1);
  expect(against.odds).toBeLessThan(alice.odds ?? 0);
  expect((await of('carol')).odds).toBe(carol.odds);
  // So does what others propose, as long as it is open.
  await written(proposalRow({ id: 'proposal0002', itemId, by: 'bob', at: ago(5000), state: 'open' }));
  const feed = new Feed();
  await feed.drain(200);
  feed.stop();
  expect((await of('alice')).reasons?.competing).toBe(2);
  expect((await of('bob')).reasons?.competing).toBe(1);
});

it('names nobody in public, and forgets who left with the next learning', async () => {
  const learned = async () => {
    const found: string[] = [];
    for await (const page of scanRows()) found.push(...page.filter(({ type }) => type === 'odds').map(({ pk }) => pk));
    return found.sort();
  };
  const bob = personIdOf(subOf('bob'));
  expect(await learned()).toContain(`P#${bob}`);
  expect(JSON.stringify(await seen('getOdds'))).not.toContain('bob');
  for await (const page of scanRows()) {
    const left = page.filter(({ type, byId }) => (type === 'revision' || type === 'proposal') && byId === bob);
    await written(...left.map(({ by: _by, byId: _byId, ...row }) => row as (typeof page)[number]));
  }
  await run();
  expect(await learned()).toEqual(
    [`I#${itemId}`, 'ODDS', `P#${personIdOf(subOf('alice'))}`, `P#${personIdOf(subOf('carol'))}`].sort(),
  );
  expect(await as('bob').done('getMyOdds', { params: { itemId } })).toMatchObject({ odds: null });
  const before = await seen('getOdds');
  await run();
  const { at: _at, ...again } = (await seen('getOdds')).model ?? {};
  expect(before.model).toMatchObject(again);
  expect((await audit()).unfit).toEqual([]);
});
