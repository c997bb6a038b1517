import { type ItemStanding, itemStandingKey } from '#functions/items/reader.ts';
import { conditionFailed } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  putRow,
  queryAll,
  type Row,
  updateRow,
  type Write,
} from '#functions/table/table.ts';
import type { Version } from '#shared/ranking/parameters.ts';

/** A version of the ranking parameters that a proposal made: from when it is in force, and why. */
export type VersionRow = Row & Version & { type: 'parameters'; at: string; proposal: string; summary: string };
/** The latest of them, which every projector reads. */
type InForceRow = Row & Version & { type: 'parametersInForce' };
/** How far the items have been brought under the version `n`: `after` is the place reached among all by time. */
export type Reranking = Row & { type: 'reranking'; n: number; after?: string; done?: true };

const pk = 'PARAMETERS';
export const versionInForceKey: Key = { pk, sk: 'NOW' };
const rerankingKey: Key = { pk, sk: 'RERANKING' };
const versionPrefix = 'V#';

export const isVersionInForce = (row: Row): row is InForceRow => row.type === 'parametersInForce';

export const isVersionMade = (row: Row): row is VersionRow => row.type === 'parameters';

/** The version in force with every write before seen; undefined for that of the beginning. */
export async function versionInForce(): Promise<InForceRow | undefined> {
  return getRow<InForceRow>(versionInForceKey, { strong: true });
}

/** Every version that a proposal made, oldest first, and how far the latest has come. One request. */
export async function versionsMade({ strong = false } = {}): Promise<{
  versions: VersionRow[];
  reranking: Reranking | undefined;
}> {
  const rows = await queryAll({ pk, strong });
  return {
    versions: rows.filter(isVersionMade),
    reranking: rows.find((row): row is Reranking => row.type === 'reranking'),
  };
}

/** The writes that put a version in force, to stand in a transaction: refused where another one came in between. */
export function versionWrites(made: Version & Pick<VersionRow, 'at' | 'proposal' | 'summary'>): Write[] {
  const { n, version, values } = made;
  return [
    {
      put: { pk, sk: `${versionPrefix}${String(n).padStart(6, '0')}`, type: 'parameters', ...made },
      condition: 'attribute_not_exists(pk)',
    },
    {
      put: { ...versionInForceKey, type: 'parametersInForce', n, version, values },
      ...(n === 1
        ? { condition: 'attribute_not_exists(pk)' }
        : { condition: 'n = :before', values: { ':before': n - 1 } }),
    },
  ];
}

/** How far the items have been brought under a version, with every write before seen. */
export async function rerankingNow(): Promise<Reranking | undefined> {
  return getRow<Reranking>(rerankingKey, { strong: true });
}

/** Notes how far; two that are at it at once do the same work twice, and no harm. */
export async function noteReranking(progress: Omit<Reranking, keyof Key | 'type'>): Promise<void> {
  await putRow({ ...rerankingKey, type: 'reranking', ...progress });
}

/** What the projector knows of items, by id, with every write before seen. */
export async function standingsOf(itemIds: readonly string[]): Promise<Map<string, Row & ItemStanding>> {
  const rows = await getRows(itemIds.map(itemStandingKey), { strong: true });
  return new Map(
    itemIds.flatMap((id) => {
      const row = rows.get(keyText(itemStandingKey(id)));
      return row ? [[id, row as Row & ItemStanding] as const] : [];
    }),
  );
}

/**
 * Brings a listed item under a version, unless it is under that or a later one already. The stream then lists it anew. One
 * write; a projector that read the item before has to read it again.
 */
export async function bringUnder({ n, version, values }: Version, itemId: string): Promise<void> {
  try {
    await updateRow(itemStandingKey(itemId), {
      UpdateExpression: 'SET ranked = :ranked ADD version :one',
      ConditionExpression:
        'attribute_exists(card) AND attribute_not_exists(gone) AND attribute_not_exists(folded) AND (attribute_not_exists(ranked) OR ranked.n < :n)',
      ExpressionAttributeValues: { ':ranked': { n, version, values }, ':one': 1, ':n': n },
    });
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}
