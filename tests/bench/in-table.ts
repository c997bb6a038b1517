import { createTestTable } from '#tests/setup/table.ts';

/** Does something in an empty table of an engine of its own. */
export async function inTable<T>(work: () => Promise<T>): Promise<T> {
  const table = await createTestTable();
  try {
    return await work();
  } finally {
    await table.drop();
  }
}
