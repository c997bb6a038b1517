import { afterEach, expect, it, vi } from 'vitest';
import { problems } from '#functions/http/http-function.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it.each([
  [
    Object.assign(new Error('Item size has exceeded the maximum allowed size'), { name: 'ValidationException' }),
    'no_room',
  ],
  [Object.assign(new Error('Slow down'), { name: 'ThrottlingException' }), 'try_again'],
  [new Error('What?'), 'failed'],
])('a request that ends with %s is logged as %s', async (error, message) => {
  vi.stubEnv('LOG_LEVEL', 'info');
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const event = { routeKey: 'POST /api/items', requestContext: { requestId: 'r1' } };
  await problems.onError?.({ event, error } as unknown as Parameters<NonNullable<typeof problems.onError>>[0]);
  const lines = write.mock.calls.map(([line]) => JSON.parse(String(line)));
  expect(lines).toEqual([expect.objectContaining({ message, requestId: 'r1', error: error.name })]);
});
