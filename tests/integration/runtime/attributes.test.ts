import { afterAll, beforeAll, expect, test } from 'vitest';
import { getRow, putRow, queryCards, queryRows } from '#functions/table/table.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});
afterAll(() => table.drop());

test('every kind of attribute comes back as it went', async () => {
  const row = {
    pk: 'A',
    sk: '1',
    text: 'Größe ∞ 😀 " \\ \u0001',
    empty: '',
    number: -12.5,
    large: Number.MAX_SAFE_INTEGER,
    yes: true,
    nothing: null,
    list: [1, 'two', [false]],
    map: { constructor: 'a tag', inner: { deep: [] } },
    texts: new Set(['a', 'b']),
    numbers: new Set([1, 2]),
  };

  await putRow({ ...row, left: undefined });

  expect(await getRow(row)).toEqual(row);
  expect((await queryRows({ pk: 'A' })).rows).toEqual([row]);
});

test('bytes are refused, not stored as something else', async () => {
  const key = { pk: 'A', sk: 'bytes' };
  for (const bytes of [new Uint8Array([1, 2]), Buffer.from('ab'), new Set([new Uint8Array([1])])]) {
    await expect(putRow({ ...key, bytes })).rejects.toThrow();
  }
  expect(await getRow(key)).toBeUndefined();
});

test('a page of cards is what its rows hold, and goes on where it ends', async () => {
  for (const sk of ['1', '2', '3']) await putRow({ pk: 'L', sk, card: `{"n":${sk}}`, t: Number(sk) });

  const first = await queryCards({ pk: 'L', descending: true, limit: 2 });
  const rest = await queryCards({ pk: 'L', descending: true, limit: 2, after: first.last });
  const late = await queryCards({ pk: 'L', from: '1', filter: 't > :t', values: { ':t': 2 } });

  const card = (sk: string) => ({ sk, card: `{"n":${sk}}` });
  expect(first).toEqual({ rows: [card('3'), card('2')], last: '2' });
  expect(rest).toEqual({ rows: [card('1')], last: undefined });
  expect(late).toEqual({ rows: [card('3')], last: undefined });
});
