import { personPartition } from '#functions/people/reader.ts';
import { conditionFailed } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryRows,
  type Row,
  updateRow,
  type Write,
} from '#functions/table/table.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { Item } from '#shared/items/schema.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import type { Deed } from '#shared/revisions/schema.ts';
import { pack, type Text, unpack } from './packed.ts';

/**
 * The fact of a revision: small, so that fifty of a history are one request. Its content is in the rows that `fieldsOf`
 * and `textOf` name (0: there was no text yet). Revision 1 is the item's own fact until there is a second.
 */
export type RevisionRow = Row & {
  type: 'revision';
  itemId: string;
  kind: KindName;
  title: string;
  n: number;
  at: string;
  by?: string;
  byId?: string;
  summary: string;
  minor: boolean;
  licence: Item['licence'];
  did: Deed;
  base: number;
  proposal?: string;
  size: number;
  delta: number;
  changed: ('fields' | 'text')[];
  fieldsOf: number;
  textOf: number;
  newcomer?: true;
  /** What it took back: of whom besides its author (revisions by person), and which proposals. */
  reverted?: { from: number; to: number; of: Record<string, number>; proposals?: string[] };
  /** The crowd's first tags of the item as it was saved. */
  tags?: string[];
  patrolled?: { by?: string; byId?: string; at: string };
  /** That enough people flagged it. */
  folded?: Folded;
  /** When its content was removed by law, and by which act of moderation. */
  removed?: string;
  removedBy?: string;
};
export type FieldsRow = Row & {
  type: 'revisionFields';
  itemId: string;
  n: number;
  fields?: Record<string, unknown>;
  removed?: string;
};
export type TextRow = Row & {
  type: 'revisionText';
  itemId: string;
  n: number;
  parts: number;
  /** Bytes as they are written; as they are read, base64. */
  data?: Uint8Array | string;
  removed?: string;
};
/** To what an item's latest text links: by target, since when. Listed at each of them. */
export type LinksRow = Row & { type: 'links'; itemId: string; targets: Record<string, string> };

const number = (n: number) => String(n).padStart(8, '0');
export const revisionsPartition = (itemId: string) => `RV#${itemId}`;
export const revisionKey = (itemId: string, n: number): Key => ({
  pk: revisionsPartition(itemId),
  sk: `M#${number(n)}`,
});
const fieldsKey = (itemId: string, n: number): Key => ({ pk: revisionsPartition(itemId), sk: `F#${number(n)}` });
/** Parts count down, so that the first one stands last and a query from the end begins with it. */
const textKey = (itemId: string, n: number, part: number): Key => ({
  pk: revisionsPartition(itemId),
  sk: `T#${number(n)}#${9 - part}`,
});
export const linksKey = (itemId: string): Key => ({ pk: revisionsPartition(itemId), sk: 'LINKS' });
/** The items whose texts link to something, by targetText. */
export const backlinksPartition = (target: string) => `BL#${target}`;
const revised = 'REVISED#';
/** That a person made a revision: found again when the account is deleted. */
export const revisedKey = (personId: string, itemId: string, n: number): Key => ({
  pk: personPartition(personId),
  sk: `${revised}${itemId}#${number(n)}`,
});

/** The revisions that a person made, from all of the person's rows. */
export function revisionsMade(rows: readonly Row[]): { itemId: string; n: number }[] {
  return rows
    .filter(({ sk }) => sk.startsWith(revised))
    .map(({ sk }) => {
      const [itemId = '', n = ''] = sk.slice(revised.length).split('#');
      return { itemId, n: Number(n) };
    });
}

/** The revisions that a person made, a page at a time by item, with every write before seen. */
export async function revisedAfter(personId: string, after: string | undefined, limit: number) {
  const { rows, last } = await queryRows({
    pk: personPartition(personId),
    begins: revised,
    after: after === undefined ? undefined : revised + after,
    limit,
    strong: true,
  });
  const made = revisionsMade(rows);
  const facts = await getRows(
    made.map(({ itemId, n }) => revisionKey(itemId, n)),
    { strong: true },
  );
  return {
    made: made.flatMap(({ itemId, n }) => {
      const row = facts.get(keyText(revisionKey(itemId, n))) as RevisionRow | undefined;
      return row ? [{ name: `${itemId}#${number(n)}`, row }] : [];
    }),
    last: last?.slice(revised.length),
  };
}

/** The JSON of the protocol has bytes as base64, which arrays of bytes do not write themselves as. */
function bytes(data: Uint8Array): Uint8Array {
  return Object.assign(Uint8Array.from(data), { toJSON: () => Buffer.from(data).toString('base64') });
}

/** The rows that hold a revision's text. */
export function textRows(itemId: string, n: number, text: Text): TextRow[] {
  const parts = pack(text);
  return parts.map((data, part) => ({
    ...textKey(itemId, n, part),
    type: 'revisionText',
    itemId,
    n,
    parts: parts.length,
    data: bytes(data),
  }));
}

/** The row that holds a revision's fields. */
export function fieldsRow(itemId: string, n: number, fields: Record<string, unknown>): FieldsRow {
  return { ...fieldsKey(itemId, n), type: 'revisionFields', itemId, n, fields };
}

/** Whether a row is the first of those that hold a text. */
export const isFirstPart = ({ itemId, n, sk }: TextRow) => sk === textKey(itemId, n, 0).sk;

/** Where the rest of a text lies, from its first row; nowhere from any other. */
export function furtherParts(row: TextRow): Key[] {
  if (!isFirstPart(row) || row.removed !== undefined) return [];
  return Array.from({ length: row.parts - 1 }, (_, part) => textKey(row.itemId, row.n, part + 1));
}

/** A text from all of the rows that hold it, in their order. */
export function textOfParts(rows: readonly (TextRow | undefined)[]): Text {
  return unpack(rows.map((row) => Buffer.from((row?.data ?? '') as string, 'base64')));
}

type Options = { strong?: boolean };
/** A text as it is stored, the revision that it came with, and when it was removed, if it was. */
export type StoredText = Text & { n: number; removed?: string };
export const noText: StoredText = { text: '', runs: [], links: {}, n: 0 };

/** The text of an item at a revision, or its latest. One request; one more for what takes several rows. */
export async function textAt(
  itemId: string,
  n: number | undefined,
  { strong = false }: Options = {},
): Promise<StoredText> {
  const { rows } = await queryRows<TextRow>({
    pk: revisionsPartition(itemId),
    ...(n === undefined ? { begins: 'T#' } : { from: 'T#', to: `T#${number(n)}#9` }),
    descending: true,
    limit: 1,
    strong,
  });
  const [first] = rows;
  if (!first) return noText;
  if (first.removed !== undefined) return { ...noText, n: first.n, removed: first.removed };
  const keys = furtherParts(first);
  // All parts are written at once, but a read that is not strong may see some of them.
  const more = await getRows(keys, { strong: true });
  return { ...textOfParts([first, ...keys.map((key) => more.get(keyText(key)) as TextRow | undefined)]), n: first.n };
}

/** The fields of an item at a revision; undefined where they are the item's own, which nobody changed. */
export async function fieldsAt(itemId: string, n: number, { strong = false }: Options = {}) {
  const { rows } = await queryRows<FieldsRow>({
    pk: revisionsPartition(itemId),
    from: 'F#',
    to: fieldsKey(itemId, n).sk,
    descending: true,
    limit: 1,
    strong,
  });
  return rows[0];
}

/** The fact of one revision; the first has none of its own before there is a second. */
export async function revisionRow(itemId: string, n: number, options: Options = {}): Promise<RevisionRow | undefined> {
  return getRow<RevisionRow>(revisionKey(itemId, n), options);
}

/** The facts of some revisions of an item, by number. */
export async function revisionRows(itemId: string, numbers: readonly number[]): Promise<Map<number, RevisionRow>> {
  const rows = await getRows(numbers.map((n) => revisionKey(itemId, n)));
  return new Map(([...rows.values()] as RevisionRow[]).map((row) => [row.n, row]));
}

/** Revisions of an item, newest first: one request. */
export async function historyPage(
  itemId: string,
  { after, limit, from, strong }: { after?: string; limit: number; from?: number; strong?: boolean },
) {
  return queryRows<RevisionRow>({
    pk: revisionsPartition(itemId),
    ...(from === undefined ? { begins: 'M#' } : { from: revisionKey(itemId, from).sk, to: 'M#99999999' }),
    descending: true,
    after,
    limit,
    ...(strong ? { strong } : {}),
  });
}

/** To what an item's latest text links, with every write before seen. */
export async function linksOf(itemId: string): Promise<LinksRow | undefined> {
  return getRow<LinksRow>(linksKey(itemId), { strong: true });
}

/** Marks that what a revision says is removed by an act of moderation (its id), once. */
export const removalMark = ({ itemId, n }: RevisionRow, act: string): Write => ({
  update: revisionKey(itemId, n),
  set: 'SET removedBy = :act',
  condition: 'attribute_exists(pk) AND attribute_not_exists(removedBy)',
  values: { ':act': act },
});

/**
 * Takes away for good what a revision said: its fact stays and says when, under what the item is called now. Repeating it
 * changes nothing.
 */
export async function removeContent(
  { itemId, n, fieldsOf, textOf }: RevisionRow,
  title: string | undefined,
  at: string,
): Promise<void> {
  const { rows } = await queryRows<TextRow>({
    pk: revisionsPartition(itemId),
    from: `T#${number(textOf)}#`,
    to: `T#${number(textOf)}#9`,
    strong: true,
  });
  const remove = async (key: Key, content: string) => {
    try {
      await updateRow(key, {
        UpdateExpression: `REMOVE #content SET removed = if_not_exists(removed, :at)`,
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#content': content },
        ExpressionAttributeValues: { ':at': at },
      });
    } catch (error) {
      if (!conditionFailed(error)) throw error;
    }
  };
  if (textOf === n) for (const row of rows) await remove(row, 'data');
  if (fieldsOf === n) {
    await remove(fieldsKey(itemId, n), 'fields');
    if (title !== undefined) await renameSince(itemId, n, title);
  }
  await remove(revisionKey(itemId, n), 'summary');
}

/** Gives another title to a revision and to those after it that changed only the text. */
async function renameSince(itemId: string, n: number, title: string): Promise<void> {
  const key = revisionKey(itemId, n);
  for (let after: string | undefined, isLast = false; !isLast; ) {
    const page = { pk: key.pk, from: key.sk, to: 'M#99999999', after, limit: 50, strong: true };
    const { rows, last } = await queryRows<RevisionRow>(page);
    const named = rows.filter(({ fieldsOf }) => fieldsOf === n);
    for (const { pk, sk } of named)
      await updateRow(
        { pk, sk },
        {
          UpdateExpression: 'SET title = :title',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':title': title },
        },
      );
    after = last;
    isLast = last === undefined || named.length < rows.length;
  }
}
