import type { Chance } from '#tests/worlds/unreliable-stream.ts';

/** What happens to one request to the database. */
export const databaseFaults = [
  'throttled',
  'transaction conflict',
  'internal error',
  'internal error after it took effect',
  'connection cut before',
  'connection cut after it took effect',
  'timed out after it took effect',
  'half an answer',
  'delayed',
  'half a batch',
] as const;
export type DatabaseFault = (typeof databaseFaults)[number];

export type Refusal = { status: number; body: string };
type Asked = { TransactItems?: unknown[]; RequestItems?: Record<string, unknown[] | { Keys: unknown[] }> };

/** A fault that can befall this action, by chance; most actions can meet all of them. */
export function faultFor(action: string, chance: Chance): DatabaseFault {
  for (;;) {
    const fault = databaseFaults[chance(databaseFaults.length)] ?? 'delayed';
    if (fault === 'half a batch' && !/^Batch/.test(action)) continue;
    if (fault === 'transaction conflict' && !/^(Put|Update|Delete|Transact)/.test(action)) continue;
    return fault;
  }
}

const refusal = (status: number, type: string, more: object = {}): Refusal => ({
  status,
  body: JSON.stringify({
    __type: `com.amazonaws.dynamodb.v20120810#${type}`,
    message: `${type} by the torture harness`,
    ...more,
  }),
});

/** How the database refuses as a whole. */
export function refusalFor(fault: DatabaseFault, action: string, body: string, chance: Chance): Refusal {
  if (fault.startsWith('internal error')) return refusal(500, 'InternalServerError');
  const isTransaction = action === 'TransactWriteItems';
  if (!isTransaction) {
    const conflict = fault === 'transaction conflict';
    return refusal(400, conflict ? 'TransactionConflictException' : 'ProvisionedThroughputExceededException');
  }
  if (fault === 'throttled' && chance(2) === 0) return refusal(400, 'ProvisionedThroughputExceededException');
  const items = (JSON.parse(body) as Asked).TransactItems ?? [];
  const guilty = chance(items.length);
  const Code = fault === 'throttled' ? 'ThrottlingError' : 'TransactionConflict';
  return refusal(400, 'TransactionCanceledException', {
    CancellationReasons: items.map((_, at) => ({ Code: at === guilty ? Code : 'None' })),
  });
}

/** The first half of a batch, to be passed on, and the rest, to be answered as not processed. */
export function halves(body: string): { first: string; rest: Record<string, unknown> } | undefined {
  const asked = JSON.parse(body) as Asked;
  const [[table, requests] = []] = Object.entries(asked.RequestItems ?? {});
  if (!table || !requests) return undefined;
  const list = Array.isArray(requests) ? requests : requests.Keys;
  const middle = Math.floor(list.length / 2);
  if (middle === 0) return undefined;
  const of = (some: unknown[]) => ({ [table]: Array.isArray(requests) ? some : { ...requests, Keys: some } });
  return {
    first: JSON.stringify({ ...asked, RequestItems: of(list.slice(0, middle)) }),
    rest: of(list.slice(middle)),
  };
}
