import { handler as projector } from '#functions/projector.ts';
import { handler as read } from '#functions/read.ts';
import { handler as write } from '#functions/write.ts';
import { lambdaContext } from '#infra/local/lambda-context.ts';
import { startStream } from '#infra/local/stream.ts';
import { allOperations } from '#shared/capabilities.ts';
import type { Cost } from '#tests/builders/cost.ts';
import { type Access, accesses, followed } from './accesses.ts';
import { costAndBytesOf } from './bytes.ts';
import { withWorld } from './with-world.ts';

/** `asked` is the dearest of several ways. */
export type Priced = Cost & { tableBytes: number; answerBytes: number; asked: string };
export type AtSize = { items: number; rows: number; seconds: number; costs: Map<string, Priced> };

const isPublic = new Set<string>(
  allOperations.filter(({ auth }) => auth === 'public').map(({ method, path }) => `${method} ${path}`),
);

/** Asks for everything once, in a world of so many items. */
export function measureAt(items: number): Promise<AtSize> {
  return withWorld(items, async ({ endpoint, tableName, rows, seconds }) => ({
    items,
    rows,
    seconds,
    costs: await askEverything(endpoint, tableName),
  }));
}

async function askEverything(endpoint: string, tableName: string): Promise<Map<string, Priced>> {
  const costs = new Map<string, Priced>();
  for (const access of accesses) costs.set(access.name, await priceOf(access));
  // What follows from a write: everything above is projected first, so that only the one act is left.
  const stream = await startStream({ endpoint, tableName, project: projector });
  try {
    await stream.drain();
    for (const { name, events } of followed) {
      for (const event of events()) await ask(event);
      costs.set(name, { ...(await costAndBytesOf(() => stream.drain())), answerBytes: 0, asked: '' });
    }
  } finally {
    await stream.stop();
  }
  return costs;
}

async function priceOf({ events, counts }: Access): Promise<Priced> {
  const found: Priced[] = [];
  for (const event of events()) {
    let answerBytes = 0;
    const cost = await costAndBytesOf(async () => {
      answerBytes = Buffer.byteLength(await ask(event));
    });
    found.push({
      ...cost,
      answerBytes,
      asked: new URLSearchParams(event.queryStringParameters as Record<string, string>).toString(),
    });
  }
  const [first] = [...found].sort((a, b) => b.readUnits - a.readUnits);
  const one = (pick: (cost: Priced) => number) => {
    const all = found.map(pick);
    return counts === 'mean' ? all.reduce((sum, each) => sum + each, 0) / all.length : Math.max(...all);
  };
  return {
    requests: one((cost) => cost.requests),
    roundTrips: Math.max(...found.map((cost) => cost.roundTrips)),
    readUnits: one((cost) => cost.readUnits),
    writeUnits: one((cost) => cost.writeUnits),
    tableBytes: one((cost) => cost.tableBytes),
    answerBytes: one((cost) => cost.answerBytes),
    asked: first?.asked ?? '',
  };
}

/** The body of the answer of the function that an event is for. @throws where it is not 200 */
export async function ask(event: Parameters<typeof read>[0]): Promise<string> {
  const handler = isPublic.has(event.routeKey) ? read : write;
  const answer = await handler(event, lambdaContext('bench', event.requestContext.requestId));
  if (answer.statusCode !== 200) throw new Error(`${event.routeKey} was answered ${answer.statusCode}: ${answer.body}`);
  return answer.body ?? '';
}
