import {
  type FieldsRow,
  isFirstPart,
  type RevisionRow,
  revisionOf,
  type TextRow,
  textOfParts,
} from '#functions/revisions/reader.ts';
import type { DumpRow } from '#shared/dumps/schema.ts';

/** A revision as its history shows it. */
export function revisionRow(row: RevisionRow): DumpRow<'revisions'> {
  const { n, at, by, summary, minor, licence, did, base, proposal, size, reverted, patrolled, removed } =
    revisionOf(row);
  return {
    itemId: row.itemId,
    n,
    at,
    by,
    summary,
    minor,
    licence,
    did,
    base,
    ...(proposal ? { proposal } : {}),
    size,
    fieldsOf: row.fieldsOf,
    textOf: row.textOf,
    ...(reverted ? { reverted } : {}),
    ...(patrolled ? { patrolled } : {}),
    ...(removed ? { removed } : {}),
  };
}

/** The fields that a revision brought; undefined where they were removed. */
export function fieldsRow({ itemId, n, fields, removed }: FieldsRow): DumpRow<'revisionFields'> | undefined {
  return removed === undefined && fields ? { itemId, n, fields } : undefined;
}

/** The text that a revision brought, from all rows that it takes; undefined of a row that is not its first, and of what was removed. */
export function textRow(row: TextRow, more: readonly (TextRow | undefined)[]): DumpRow<'revisionTexts'> | undefined {
  if (!isFirstPart(row) || row.removed !== undefined) return undefined;
  const { text, links } = textOfParts([row, ...more]);
  return {
    itemId: row.itemId,
    n: row.n,
    text,
    links: Object.fromEntries(Object.entries(links).map(([to, { id }]) => [to, id])),
  };
}
