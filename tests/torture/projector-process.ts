import { setTimeout as sleep } from 'node:timers/promises';
import { handler } from '#functions/projector.ts';
import { environment } from '#functions/runtime/environment.ts';
import { type Stream, type StreamFunction, startStream } from '#infra/local/stream.ts';
import { positionFile } from '#infra/local/stream-position.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';
import { disorderly } from './disorder.ts';
import { ordersOf, type ProjectorOrders, tell } from './messages.ts';

// The projector at the table's stream, as a process that can be killed; its batches come in disorder.
const orders = ordersOf<ProjectorOrders>();
const { handler: project, calm } = disorderly(handler as StreamFunction, chanceFrom(orders.seed), (fault) =>
  tell({ is: 'fault', fault }),
);

async function start(): Promise<Stream> {
  for (;;) {
    try {
      return await startStream({
        endpoint: environment.databaseEndpoint ?? '',
        tableName: environment.tableName,
        project,
        position: positionFile(orders.positionFile),
      });
    } catch {
      // The engine may be down at this moment.
      await sleep(100);
    }
  }
}

const stream = await start();
process.on('message', () => {
  calm();
  void stream.drain().then(() => tell({ is: 'drained' }));
});
tell({ is: 'ready' });
