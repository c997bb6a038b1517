import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { isProjection } from '#functions/projections/recount.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { unprojectedTypes } from '#functions/table/definition.ts';
import { keyText, type Row, scanRows, writeRows } from '#functions/table/table.ts';

/** Rows that are written by people, not by the system about itself. */
const isFact = (row: Row) => !isProjection(row) && !(unprojectedTypes as readonly unknown[]).includes(row.type);

/**
 * Makes the facts of the live table those of another one: puts back what changed or went, deletes what came. The
 * projector counts the changes as they come through the stream. Nobody may write meanwhile. Memory: a key for each fact.
 */
export async function restoreFacts(
  from: string,
  onProgress: (rows: number) => void,
): Promise<{ facts: number; deleted: number }> {
  const kept = new Set<string>();
  for await (const page of factsOf(from)) {
    await writeRows(page.map((put) => ({ put })));
    for (const row of page) kept.add(keyText(row));
    onProgress(kept.size);
  }
  let deleted = 0;
  for await (const page of scanRows()) {
    const surplus = page.filter((row) => isFact(row) && !kept.has(keyText(row)));
    await writeRows(surplus.map((row) => ({ delete: row })));
    deleted += surplus.length;
  }
  return { facts: kept.size, deleted };
}

async function* factsOf(tableName: string): AsyncGenerator<Row[]> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await documentClient().send(new ScanCommand({ TableName: tableName, ExclusiveStartKey: start }));
    yield ((page.Items ?? []) as Row[]).filter(isFact);
    start = page.LastEvaluatedKey;
  } while (start);
}
