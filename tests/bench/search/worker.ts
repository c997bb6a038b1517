import { pathToFileURL } from 'node:url';
import type { handler as read } from '#functions/read.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { operations } from '#shared/capabilities.ts';
import { eventFor } from '#tests/builders/event.ts';

/** What one process measured: memory in MB, processor time in ms. */
export type Measured = { before: number; after: number; cold: number; warm: number[]; suggest: number[] };

type Job = { module: string; asked: Record<string, string>[]; rounds: number };

const resident = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1_048_576;
};

process.once('message', async ({ module, asked, rounds }: Job) => {
  const { handler } = (await import(pathToFileURL(module).href)) as { handler: typeof read };
  const time = async (operation: 'search' | 'suggest', query: Record<string, string>) => {
    const event = eventFor(operations[operation], { query }) as Parameters<typeof read>[0];
    const begun = process.cpuUsage();
    const { statusCode } = await handler(event, lambdaContext('read', 'bench', 120_000));
    if (statusCode !== 200) throw new Error(`${JSON.stringify(query)} was answered ${statusCode}`);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  // The function is warm in everything but search.
  const other = eventFor(operations.listTags, { query: {} }) as Parameters<typeof read>[0];
  await handler(other, lambdaContext('read', 'bench', 120_000));
  const before = resident();
  const cold = await time('search', { q: 'anything' });
  const after = resident();
  const warm: number[] = [];
  const suggest: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const query of asked) {
      const took = await time('search', query);
      // The first round compiles.
      if (round > 0) warm.push(took);
    }
    for (const { q } of asked) if (q && round > 0) suggest.push(await time('suggest', { q: q.slice(0, 5) }));
  }
  process.send?.({ before, after, cold, warm, suggest } satisfies Measured, () => process.exit(0));
});
