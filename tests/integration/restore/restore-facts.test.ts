import { afterAll, beforeAll, expect, test } from 'vitest';
import { getItem } from '#functions/items/get-item.ts';
import { audit } from '#functions/projections/audit.ts';
import { type Row, scanRows, writeRows } from '#functions/table/table.ts';
import { createToken } from '#functions/tokens/create-token.ts';
import { holderOf } from '#functions/tokens/reader.ts';
import { revokeToken } from '#functions/tokens/revoke-token.ts';
import { restoreFacts } from '#infra/commands/deployment/restore-facts.ts';
import { createTable } from '#infra/local/engine.ts';
import { readToken } from '#shared/tokens/rules.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { chanceFrom, UnreliableStream } from '#tests/worlds/unreliable-stream.ts';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});
afterAll(() => table.drop());

const rowsOf = async () => {
  const rows: Row[] = [];
  for await (const page of scanRows()) rows.push(...page);
  return rows;
};
const see = (itemId: string) =>
  getItem(
    { params: { itemId }, query: undefined, body: undefined },
    { now: new Date(), requestId: '', caller: undefined },
  );

test('facts are as they were, and what is counted follows', async () => {
  const stream = new UnreliableStream({ shards: 2, named: true, chance: chanceFrom(3) });
  await join('alice', 'bob', 'carol');
  const item = await facts.link(as('alice'), 'https://example.org/kept');
  await facts.vote(as('bob'), item.id, 'up');
  await facts.tag(as('bob'), item.id, 'sound');
  await stream.run(0);
  const before = await see(item.id);
  const beside = `${table.name}-beside`;
  await createTable(process.env.DYNAMODB_ENDPOINT ?? '', beside);
  const backedUp = await rowsOf();
  process.env.TABLE_NAME = beside;
  await writeRows(backedUp.map((put) => ({ put })));
  process.env.TABLE_NAME = table.name;

  await facts.unvote(as('bob'), item.id);
  await facts.vote(as('carol'), item.id, 'down');
  await facts.untag(as('bob'), item.id, 'sound');
  const later = await facts.link(as('carol'), 'https://example.org/later');
  await facts.review(as('carol'), item.id, { rating: 1, text: 'Spam' });
  await stream.run(0);
  expect(await see(item.id)).not.toEqual(before);

  const { deleted } = await restoreFacts(beside, () => {});
  await stream.run(0);

  expect(deleted).toBeGreaterThan(0);
  expect(await see(item.id)).toEqual(before);
  await expect(see(later.id)).rejects.toMatchObject({ code: 'item_not_found' });
  expect(await audit()).toMatchObject({ differences: [], unfit: [], setAside: [] });
  const factsOf = (rows: Row[]) =>
    rows.filter(({ type }) => !String(type).match(/Standing|entry|checkpoint|limit|searchLog/));
  const byKey = (a: Row, b: Row) => (`${a.pk}${a.sk}` < `${b.pk}${b.sk}` ? -1 : 1);
  expect(factsOf(await rowsOf()).sort(byKey)).toEqual(factsOf(backedUp).sort(byKey));
});

test('no API token that was revoked comes back, and none that was made since goes', async () => {
  const make = async () => {
    const asked = { params: undefined, query: undefined, body: { name: 'A script', scopes: ['read' as const] } };
    const { secret } = (await createToken(asked, as('alice'))) as { secret: string | null };
    return readToken(secret ?? '') ?? expect.fail('no token');
  };
  const revoked = await make();
  const beside = `${table.name}-tokens`;
  await createTable(process.env.DYNAMODB_ENDPOINT ?? '', beside);
  const backedUp = await rowsOf();
  process.env.TABLE_NAME = beside;
  await writeRows(backedUp.map((put) => ({ put })));
  process.env.TABLE_NAME = table.name;
  await revokeToken({ params: { tokenId: revoked.id }, query: undefined, body: undefined }, as('alice'));
  const later = await make();

  await restoreFacts(beside, () => {});

  expect(await holderOf(revoked)).toBeUndefined();
  expect(await holderOf(later)).toMatchObject({ sub: 'alice', scopes: ['read'] });
});
