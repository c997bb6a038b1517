import { expect, it } from 'vitest';
import { isLasting } from '#functions/projections/dead-letter.ts';
import { isTooLarge } from '#functions/table/failures.ts';

const cancelled = (...codes: string[]) =>
  Object.assign(new Error(`Transaction cancelled [${codes.join(', ')}]`), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((Code) =>
      Code === 'ValidationError'
        ? { Code, Message: 'Item size to update has exceeded the maximum allowed size' }
        : { Code },
    ),
  });
const refused = (message: string) => Object.assign(new Error(message), { name: 'ValidationException' });

it('what the table will never take is not tried for ever, alone or in a transaction', () => {
  expect(isLasting(refused('Item size has exceeded the maximum allowed size'))).toBe(true);
  expect(isLasting(cancelled('None', 'ValidationError'))).toBe(true);
  expect(isLasting(cancelled('None', 'TransactionConflict'))).toBe(false);
});

it('a row that is too large is told from what else is refused', () => {
  expect(isTooLarge(refused('Item size has exceeded the maximum allowed size'))).toBe(true);
  expect(isTooLarge(cancelled('None', 'ValidationError'))).toBe(true);
  expect(isTooLarge(refused('Nesting Levels have exceeded supported limits'))).toBe(false);
  expect(isTooLarge(cancelled('ConditionalCheckFailed'))).toBe(false);
  expect(isTooLarge(undefined)).toBe(false);
  const cyclic = Object.assign(new Error('socket hang up'), { count: 1n, request: {} as object });
  cyclic.request = { error: cyclic };
  expect(isTooLarge(cyclic)).toBe(false);
});
