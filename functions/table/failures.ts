import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** Whether a write was refused because its own condition did not hold. */
export function conditionFailed(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

/** The row that a refused write met, where it asked for it (`ReturnValuesOnConditionCheckFailure`); empty where none was there. */
export function rowMet(error: unknown): Record<string, unknown> {
  const { Item } = error as { Item?: Record<string, AttributeValue> };
  return Item ? unmarshall(Item) : {};
}

/** Which writes of a transaction were refused by their conditions, by position; undefined if it was not that. */
export function failedConditions(error: unknown): boolean[] | undefined {
  const reasons = cancellation(error);
  return reasons?.some((reason) => reason === 'ConditionalCheckFailed')
    ? reasons.map((reason) => reason === 'ConditionalCheckFailed')
    : undefined;
}

/** Whether a write met another of the same rows at the same moment, and may be tried again. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (['TransactionConflictException', 'TransactionInProgressException'].includes(error.name)) return true;
  return cancellation(error)?.some((reason) => reason === 'TransactionConflict') ?? false;
}

const busy = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
  'LimitExceededException',
]);

/** Whether the database could not serve right now: nothing says that the request itself was wrong. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const reasons = cancellation(error);
  if (reasons)
    return reasons.some((reason) => reason === 'ThrottlingError' || reason === 'ProvisionedThroughputExceeded');
  return (
    busy.has(error.name) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes((error as { code?: string }).code ?? '')
  );
}

/** Whether the database will never take a write, alone or in its transaction, whatever stands there by then. */
export function isNeverTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'ValidationException' || (cancellation(error)?.includes('ValidationError') ?? false))
  );
}

/** Whether a write was refused because its row would have more than the 400 KB that a row may have. */
export function isTooLarge(error: unknown): boolean {
  const { message, CancellationReasons } = (error ?? {}) as {
    message?: string;
    CancellationReasons?: { Message?: string }[];
  };
  return /item size/i.test(`${message} ${CancellationReasons?.map(({ Message }) => Message)}`);
}

function cancellation(error: unknown): string[] | undefined {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return undefined;
  const { CancellationReasons } = error as { CancellationReasons?: { Code?: string }[] };
  return CancellationReasons?.map((reason) => reason.Code ?? 'None') ?? [];
}

/** Whether a write was stored, alone or as a transaction: false where a condition of it did not hold. */
export async function stored(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (conditionFailed(error) || failedConditions(error)) return false;
    throw error;
  }
}
