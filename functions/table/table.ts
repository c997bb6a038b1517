import { setTimeout as sleep } from 'node:timers/promises';
import { QueryCommand as QueryAttributesCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { documentClient } from '#functions/runtime/document-client.ts';
import { environment } from '#functions/runtime/environment.ts';
import { AppError } from '#shared/app-error.ts';
import { admitted } from './admission.ts';
import { failedConditions, isConflict } from './failures.ts';

export type Key = { pk: string; sk: string };
export type Row = Key & Record<string, unknown>;
/** A place in a list, with the JSON that is shown there. */
export type CardRow = { sk: string; card: string };
type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Put = NonNullable<TransactItem['Put']>;
export type Write =
  | { put: Row; condition?: string; names?: Record<string, string>; values?: Record<string, unknown> }
  | { delete: Key; condition?: string; names?: Record<string, string>; values?: Record<string, unknown> }
  | { check: Key; condition: string; names?: Record<string, string>; values?: Record<string, unknown> }
  | { update: Key; set: string; condition?: string; names?: Record<string, string>; values?: Record<string, unknown> };

/** Keeps a set of keys apart: neither part can contain a newline. */
export const keyText = (key: Key) => `${key.pk}\n${key.sk}`;

/** Reads one row; `strong` sees every write answered before (1 read unit per 4 KB instead of ½). */
export async function getRow<T extends Row = Row>(
  key: Key,
  options: { strong?: boolean } = {},
): Promise<T | undefined> {
  const { Item } = await documentClient().send(
    new GetCommand({
      TableName: environment.tableName,
      Key: { pk: key.pk, sk: key.sk },
      ConsistentRead: options.strong ?? false,
    }),
  );
  return Item as T | undefined;
}

/** Reads any number of rows, 100 a request; those that do not exist are left out. By keyText. */
export async function getRows(keys: readonly Key[], options: { strong?: boolean } = {}): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  const distinct = [...new Map(keys.map((key) => [keyText(key), { pk: key.pk, sk: key.sk }])).values()];
  for (let at = 0; at < distinct.length; at += 100) {
    let wanted: Key[] = distinct.slice(at, at + 100);
    for (let tries = 0; wanted.length > 0; tries++) {
      if (tries > 0) await sleep(Math.min(1000, 20 * 2 ** tries) * Math.random());
      const { Responses, UnprocessedKeys } = await documentClient().send(
        new BatchGetCommand({
          RequestItems: { [environment.tableName]: { Keys: wanted, ConsistentRead: options.strong ?? false } },
        }),
      );
      for (const row of (Responses?.[environment.tableName] ?? []) as Row[]) found.set(keyText(row), row);
      wanted = (UnprocessedKeys?.[environment.tableName]?.Keys ?? []) as Key[];
    }
  }
  return found;
}

export type Query = {
  pk: string;
  /** Only sort keys that begin so, or from `from` on, or between both. */
  begins?: string;
  from?: string;
  to?: string;
  /** Highest sort key first. */
  descending?: boolean;
  limit?: number;
  /** Continue after this sort key. */
  after?: string;
  strong?: boolean;
  filter?: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
};

/** The table takes no start outside the stretch that is asked for; a cursor names one where it was forged. @throws invalid_cursor */
function requireWithin({ begins, from, to, after }: Query): void {
  if (after === undefined) return;
  const isWithin =
    begins === undefined ? after >= (from ?? '') && (to === undefined || after <= to) : after.startsWith(begins);
  if (!isWithin) throw new AppError('invalid_cursor');
}

function queryInput(query: Query) {
  requireWithin(query);
  const values: Record<string, unknown> = { ':pk': query.pk, ...query.values };
  let keys = 'pk = :pk';
  if (query.begins !== undefined) {
    keys += ' AND begins_with(sk, :begins)';
    values[':begins'] = query.begins;
  } else if (query.from !== undefined && query.to !== undefined) {
    keys += ' AND sk BETWEEN :from AND :to';
    values[':from'] = query.from;
    values[':to'] = query.to;
  } else if (query.from !== undefined) {
    keys += ' AND sk >= :from';
    values[':from'] = query.from;
  }
  return {
    TableName: environment.tableName,
    KeyConditionExpression: keys,
    ExpressionAttributeNames: query.names,
    ExpressionAttributeValues: values,
    FilterExpression: query.filter,
    ScanIndexForward: !query.descending,
    Limit: query.limit,
    ConsistentRead: query.strong ?? false,
    ExclusiveStartKey: query.after === undefined ? undefined : { pk: query.pk, sk: query.after },
  };
}

/** One request for rows of one partition. `last` is the sort key to continue after, where more may follow. */
export async function queryRows<T extends Row = Row>(query: Query): Promise<{ rows: T[]; last: string | undefined }> {
  const { Items, LastEvaluatedKey } = await documentClient().send(new QueryCommand(queryInput(query)));
  return { rows: (Items ?? []) as T[], last: LastEvaluatedKey?.sk as string | undefined };
}

/** The same for a list of cards, which are asked for alone and taken as they come, without unmarshalling rows. */
export async function queryCards(query: Query): Promise<{ rows: CardRow[]; last: string | undefined }> {
  const { ExpressionAttributeValues, ExclusiveStartKey, ...input } = queryInput(query);
  const { Items, LastEvaluatedKey } = await documentClient().send(
    new QueryAttributesCommand({
      ...input,
      ProjectionExpression: 'sk, card',
      ExpressionAttributeValues: marshall(ExpressionAttributeValues),
      ExclusiveStartKey: ExclusiveStartKey && marshall(ExclusiveStartKey),
    }),
  );
  const rows = (Items ?? []).map(({ sk, card }) => ({ sk: sk?.S ?? '', card: card?.S ?? '' }));
  return { rows, last: LastEvaluatedKey?.sk?.S };
}

/** All rows of a query, page after page. */
export async function queryAll<T extends Row = Row>(query: Query): Promise<T[]> {
  const all: T[] = [];
  let after = query.after;
  do {
    const page = await queryRows<T>({ ...query, after });
    all.push(...page.rows);
    after = page.last;
  } while (after !== undefined);
  return all;
}

/** Every row of the table, a page at a time. For audit, rebuild and export only. */
export async function* scanRows(): AsyncGenerator<Row[]> {
  let start: Record<string, unknown> | undefined;
  do {
    const page = await documentClient().send(
      new ScanCommand({ TableName: environment.tableName, ExclusiveStartKey: start, ConsistentRead: true }),
    );
    yield (page.Items ?? []) as Row[];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** Sends a write again that met another one of the same rows at the same moment: nothing of it was done. */
async function steadily<T>(send: () => Promise<T>): Promise<T> {
  await admitted();
  for (let tries = 0; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (tries >= 4 || !isConflict(error) || failedConditions(error)) throw error;
      await sleep(20 * 2 ** tries * Math.random());
    }
  }
}

/** Writes one row, on a condition if given. */
export async function putRow(row: Row, condition: Omit<Put, 'TableName' | 'Item'> = {}): Promise<void> {
  await steadily(() =>
    documentClient().send(new PutCommand({ TableName: environment.tableName, Item: row, ...condition })),
  );
}

/** Changes one row by an update expression; answers what `ReturnValues` asks for. */
export async function updateRow(
  key: Key,
  update: Omit<UpdateCommandInput, 'TableName' | 'Key'>,
): Promise<Record<string, unknown> | undefined> {
  const { Attributes } = await steadily(() =>
    documentClient().send(
      new UpdateCommand({ TableName: environment.tableName, Key: { pk: key.pk, sk: key.sk }, ...update }),
    ),
  );
  return Attributes;
}

/** Puts and deletes any number of distinct rows, 25 a request, four requests at once; not atomic, safe to repeat. */
export async function writeRows(writes: readonly ({ put: Row } | { delete: Key })[]): Promise<void> {
  const batches: (typeof writes)[] = [];
  for (let at = 0; at < writes.length; at += 25) batches.push(writes.slice(at, at + 25));
  for (let at = 0; at < batches.length; at += 4) {
    await Promise.all(batches.slice(at, at + 4).map(writeBatch));
  }
}

async function writeBatch(writes: readonly ({ put: Row } | { delete: Key })[]): Promise<void> {
  await admitted();
  let wanted = writes.map((write) =>
    'put' in write
      ? { PutRequest: { Item: write.put } }
      : { DeleteRequest: { Key: { pk: write.delete.pk, sk: write.delete.sk } } },
  ) as Record<string, unknown>[];
  for (let tries = 0; wanted.length > 0; tries++) {
    if (tries > 0) await sleep(Math.min(2000, 25 * 2 ** tries) * Math.random());
    const { UnprocessedItems } = await documentClient().send(
      new BatchWriteCommand({ RequestItems: { [environment.tableName]: wanted } }),
    );
    wanted = UnprocessedItems?.[environment.tableName] ?? [];
  }
}

/** Writes all or nothing. @throws where a condition does not hold: `failedConditions` says which */
export async function transact(writes: readonly Write[]): Promise<void> {
  const items = writes.map((write): TransactItem => {
    const shared = {
      TableName: environment.tableName,
      ConditionExpression: write.condition,
      ExpressionAttributeNames: write.names,
      ExpressionAttributeValues: write.values,
    };
    if ('put' in write) return { Put: { ...shared, Item: write.put } };
    if ('delete' in write) return { Delete: { ...shared, Key: { pk: write.delete.pk, sk: write.delete.sk } } };
    if ('check' in write)
      return { ConditionCheck: { ...shared, ConditionExpression: write.condition, Key: write.check } };
    return { Update: { ...shared, Key: write.update, UpdateExpression: write.set } };
  });
  await steadily(() => documentClient().send(new TransactWriteCommand({ TransactItems: items })));
}
