import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Row, writeRows } from '#functions/table/table.ts';

const bytes = (text: string) => Buffer.byteLength(text);

/** A number's size: a byte for two significant digits on either side of the point, one more, one for a minus. */
function numberSize(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const before = fraction ? whole.replace(/^0+/, '') : whole.replace(/^0+/, '').replace(/0+$/, '');
  return Math.ceil(before.length / 2) + Math.ceil(fraction.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

/** A value's size by DynamoDB's rules. */
function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.SS !== undefined) return value.SS.reduce((sum, text) => sum + bytes(text), 0);
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + 1 + valueSize(one), 3);
  if (value.M !== undefined) return Object.values(value.M).length + 3 + sizeOf(value.M);
  return 1;
}

const sizeOf = (row: Record<string, AttributeValue>) =>
  Object.entries(row).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);

const stored = (row: Row) => {
  const item = marshall(row, { removeUndefinedValues: true, convertClassInstanceToMap: true });
  return { pk: `S:${row.pk}`, sk: `S:${row.sk}`, item, size: sizeOf(item) };
};

/** Writes rows straight into the engine's file, as the engine itself would; the engine must not run meanwhile. */
export function loadIntoFile(file: string, tableName: string, pieces: Iterable<Row[]>): number {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -3000000');
  const insert = database.prepare(
    `INSERT OR REPLACE INTO "${tableName}" (pk, sk, item_json, item_size) VALUES (?, ?, ?, ?)`,
  );
  let rows = 0;
  database.exec('BEGIN');
  for (const piece of pieces) {
    for (const row of piece) {
      const { pk, sk, item, size } = stored(row);
      insert.run(pk, sk, JSON.stringify(item), size);
    }
    rows += piece.length;
  }
  database.exec('COMMIT; PRAGMA journal_mode = WAL');
  database.close();
  return rows;
}

/**
 * Writes some rows through the engine and compares what it stored with what `loadIntoFile` would have.
 * @throws at the first difference: then nothing that is loaded so can be trusted
 */
export async function checkAgainstEngine(file: string, tableName: string, rows: readonly Row[]): Promise<void> {
  await writeRows(rows.map((row) => ({ put: row })));
  const database = new DatabaseSync(file, { readOnly: true });
  const find = database.prepare(`SELECT item_json, item_size FROM "${tableName}" WHERE pk = ? AND sk = ?`);
  try {
    for (const row of rows) {
      const { pk, sk, item, size } = stored(row);
      const found = find.get(pk, sk) as { item_json: string; item_size: number } | undefined;
      const same = found && isDeepStrictEqual(JSON.parse(found.item_json), JSON.parse(JSON.stringify(item)));
      if (!same || found.item_size !== size) {
        throw new Error(`The engine stores ${row.pk} / ${row.sk} otherwise: ${found?.item_size} bytes, not ${size}`);
      }
    }
  } finally {
    database.close();
  }
}
