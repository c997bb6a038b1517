import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler as read } from '#functions/read.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { allOperations, operations } from '#shared/capabilities.ts';
import type { Operation } from '#shared/operation.ts';
import { eventFor, type Request } from '#tests/builders/event.ts';
import { examplesOf } from '#tests/builders/request.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { as } from './call.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await system.settle();
});
afterAll(() => system.stop());

const forAll = allOperations.filter(({ auth, freshness }) => auth === 'public' && freshness !== 'none');

async function ask(operation: Operation, request: Request, ifNoneMatch?: string) {
  const headers: Record<string, string> = ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch };
  const event = eventFor(operation, { ...request, headers });
  return read(event as Parameters<typeof read>[0], lambdaContext('test', 'test'));
}

test.each(forAll)('$name is not sent again to who has it', async (operation) => {
  for (const example of await examplesOf(operation, world)) {
    const first = await ask(operation, example);
    const etag = String(first.headers?.etag);
    // An edge that compresses calls it weak; a browser may name several.
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask(operation, example, known);
      expect(again).toMatchObject({ statusCode: 304, headers: { etag } });
      expect(again.body).toBeUndefined();
      expect(again.headers?.['cache-control']).toBe(first.headers?.['cache-control']);
    }
    expect(await ask(operation, example, '"other"')).toMatchObject({ statusCode: 200, body: first.body });
  }
});

test('what changed is sent whole, under another tag', async () => {
  const { getItem } = operations;
  const example = { params: { itemId: world.itemId } };
  const before = await ask(getItem, example);
  await as('dave').done('castVote', { ...example, body: { value: 'up' } });
  await system.settle();

  const after = await ask(getItem, example, String(before.headers?.etag));

  expect(after.statusCode).toBe(200);
  expect(after.headers?.etag).not.toBe(before.headers?.etag);
});
