import { afterAll, beforeAll, expect, it } from 'vitest';
import { readExport } from '#functions/imports/formats/formats.ts';
import { subOf } from '#tests/builders/event.ts';
import { wholeFile } from '#tests/builders/whole-file.ts';
import { as } from '#tests/integration/contract/call.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { manySaves } from '#tests/worlds/many-saves.ts';

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
  await as('keeper').done('chooseHandle', { body: { handle: 'keeper' } });
  await manySaves(6_000, subOf('keeper'));
});
afterAll(() => table.drop());

it.each(['commonplace', 'netscape', 'pinboard', 'neodb'] as const)(
  'six thousand saves as %s: several pieces that are one file, within a minute',
  async (format) => {
    const { text, pieces } = await wholeFile('keeper', format);

    expect(pieces).toBeGreaterThan(2);
    expect(readExport(text).saves).toHaveLength(6_000);
  },
);
