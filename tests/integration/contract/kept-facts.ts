import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { isProjection } from '#functions/projections/recount.ts';
import { keyText, type Row, scanRows } from '#functions/table/table.ts';
import { TableStream } from '#tests/builders/table-stream.ts';

/** The facts of the table that functions use, scanned once and from then on kept by its stream: a scan a look would take minutes. */
export class KeptFacts {
  readonly #stream = new TableStream('LATEST');
  #rows: Map<string, string> | undefined;

  /** As text by key, as they are now. */
  async now(): Promise<Map<string, string>> {
    this.#rows ??= await this.#scan();
    for (const { dynamodb } of await this.#stream.written()) {
      const [before, after] = [dynamodb?.OldImage, dynamodb?.NewImage].map(
        (image) => image && (unmarshall(image as Record<string, AttributeValue>) as Row),
      );
      const row = after ?? before;
      if (!row) continue;
      if (after && isFact(after)) this.#rows.set(keyText(after), written(after));
      else this.#rows.delete(keyText(row));
    }
    return new Map(this.#rows);
  }

  async #scan(): Promise<Map<string, string>> {
    // What is written meanwhile comes again by the stream.
    await this.#stream.open();
    const rows = new Map<string, string>();
    for await (const page of scanRows()) for (const row of page) if (isFact(row)) rows.set(keyText(row), written(row));
    return rows;
  }
}

/** How often somebody wrote is none. */
const isFact = (row: Row) => !isProjection(row) && !['checkpoint', 'limit', 'searchLog'].includes(String(row.type));

/** The engine keeps no order of attributes, so names are sorted. */
const written = (row: Row) =>
  JSON.stringify(row, (_name, value: unknown) => {
    if (value instanceof Set) return [...value].sort();
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
