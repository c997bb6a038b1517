import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBRecord } from 'aws-lambda';
import { handler } from '#functions/projector.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { TableStream } from '#tests/builders/table-stream.ts';

type Stop = { requests: number; at: number; cut: boolean; reached: () => void; goOn: Promise<void> };
const stops = new AsyncLocalStorage<Stop>();

/** The table's stream, read on and on, and projectors that can be held up at any of their requests. */
export class CutProjector {
  readonly #stream = new TableStream();

  constructor() {
    documentClient().middlewareStack.add(
      (next) => async (args) => {
        const stop = stops.getStore();
        const number = stop ? ++stop.requests : 0;
        if (stop && number === stop.at) {
          stop.reached();
          await stop.goOn;
        }
        if (stop?.cut && number > stop.at) throw Object.assign(new Error('Cut off'), { code: 'ECONNRESET' });
        return next(args);
      },
      { step: 'initialize', name: 'stop', override: true },
    );
  }

  /** What was written since it was last asked. */
  written(): Promise<DynamoDBRecord[]> {
    return this.#stream.written();
  }

  /** Projects these; false where they have to come again. Without a name of the shard a lane is a partition. */
  async project(Records: DynamoDBRecord[]): Promise<boolean> {
    return (await handler({ Records }, {} as never)).batchItemFailures.length === 0;
  }

  /** Projects all that is written and what follows from it. */
  async projectAll(): Promise<void> {
    for (let records = await this.written(); records.length > 0; records = await this.written()) {
      while (!(await this.project(records)));
    }
  }

  /**
   * Begins to project these and holds at the request of this number. `goOn` lets it finish, or cuts it off before the
   * request after that one; undefined where it was done before.
   */
  async hold(
    records: DynamoDBRecord[],
    at: number,
    cut: boolean,
  ): Promise<{ goOn: () => Promise<boolean> } | undefined> {
    let letGo = () => {};
    const goOn = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let answer: Promise<boolean> | undefined;
    const isHeld = await new Promise<boolean>((resolve) => {
      const stop = { requests: 0, at, cut, reached: () => resolve(true), goOn };
      answer = stops.run(stop, () => this.project(records));
      answer.finally(() => resolve(false));
    });
    if (!isHeld) return undefined;
    return {
      goOn: async () => {
        letGo();
        return (await answer) ?? false;
      },
    };
  }
}
