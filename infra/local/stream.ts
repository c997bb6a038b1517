import { randomUUID } from 'node:crypto';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeStreamCommand, DynamoDBStreamsClient, type Shard } from '@aws-sdk/client-dynamodb-streams';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { unprojectedTypes } from '#functions/table/definition.ts';
import { lambdaContext } from './lambda-context.ts';
import { ShardReader } from './shard-reader.ts';
import { type Position, type PositionStore, positionInMemory } from './stream-position.ts';

/** The function that a table's stream feeds. */
export type StreamFunction = (
  event: { shardId: string; Records: DynamoDBRecord[] },
  context: Context,
) => Promise<DynamoDBBatchResponse>;

type Options = {
  endpoint: string;
  tableName: string;
  project: StreamFunction;
  position?: PositionStore;
  /** Told once when reading or projecting begins to fail, and again after it worked in between. */
  onFault?: (error: unknown) => void;
  /** The first pause before a refused record is tried again, in milliseconds; it doubles. */
  backOff?: number;
};

export type Stream = {
  /** Resolves when everything written before the call has been projected. */
  drain: () => Promise<void>;
  stop: () => Promise<void>;
};

const batchSize = 100;
const readSize = 1000;
const longestPause = 5000;
const idlePauses = [10, 25, 50, 100, 250];
/** Shards come when others close; the engine's list of them is read through every record there is. */
const shardListAge = 10_000;

/** Feeds a table's stream to the projector, as Lambda's event source mapping does in the cloud. */
export async function startStream(options: Options): Promise<Stream> {
  const database = new DynamoDBClient({ endpoint: options.endpoint });
  const client = new DynamoDBStreamsClient({ endpoint: options.endpoint });
  const described = await database.send(new DescribeTableCommand({ TableName: options.tableName }));
  database.destroy();
  const streamArn = described.Table?.LatestStreamArn;
  if (!streamArn) throw new Error(`The table ${options.tableName} has no stream`);
  const feed = new Feed(options, client, streamArn);
  const ended = feed.run();
  return {
    drain: () => feed.drain(),
    stop: async () => {
      feed.stop();
      await ended;
      client.destroy();
    },
  };
}

type Waiting = { resolve: () => void; reject: (reason: Error) => void };

class Feed {
  readonly #options: Options;
  readonly #client: DynamoDBStreamsClient;
  readonly #store: PositionStore;
  readonly #position: Position;
  readonly #readers = new Map<string, ShardReader>();
  /** How many records a shard is asked for: one after a refusal, then more again. */
  readonly #sizes = new Map<string, number>();
  readonly #refused = new Map<string, number>();
  #shards: { list: Shard[]; at: number } | undefined;
  #drains: Waiting[] = [];
  #stopped = false;
  #isFailing = false;
  #wake = () => {};

  constructor(options: Options, client: DynamoDBStreamsClient, streamArn: string) {
    this.#options = options;
    this.#client = client;
    this.#store = options.position ?? positionInMemory();
    const known = this.#store.load();
    this.#position = known?.streamArn === streamArn ? known : { streamArn, shards: {} };
  }

  drain(): Promise<void> {
    if (this.#stopped) return Promise.reject(new Error('The stream is stopped'));
    return new Promise((resolve, reject) => {
      this.#drains.push({ resolve, reject });
      this.#wake();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async run(): Promise<void> {
    for (let idle = 0; !this.#stopped; ) {
      const waiting = this.#drains;
      this.#drains = [];
      const moved = await this.#round().catch((error: unknown) => this.#fail(error));
      if (moved === false) for (const { resolve } of waiting) resolve();
      else this.#drains.push(...waiting);
      idle = moved ? 0 : Math.min(idle + 1, idlePauses.length - 1);
      if (!moved && this.#drains.length === 0) await this.#pause(idlePauses[idle] ?? 250);
      else if (moved === undefined) await this.#pause(100);
    }
    for (const { reject } of this.#drains) reject(new Error('The stream stopped before it was drained'));
  }

  /** One read of every shard that may be read. True where any of them had records. */
  async #round(): Promise<boolean> {
    let moved = false;
    for (const shard of await this.#openShards()) {
      if (this.#stopped) break;
      if (await this.#advance(shard)) moved = true;
    }
    this.#isFailing = false;
    return moved;
  }

  /** Shards not yet read to their end, whose parents are. */
  async #openShards(): Promise<string[]> {
    if (!this.#shards || Date.now() - this.#shards.at > shardListAge) {
      this.#shards = { list: await this.#listShards(), at: Date.now() };
    }
    const shards = this.#shards.list;
    const listed = new Set(shards.map(({ ShardId }) => ShardId));
    const isDone = (id: string) => this.#position.shards[id]?.done === true;
    return shards
      .filter(({ ParentShardId: parent }) => !parent || !listed.has(parent) || isDone(parent))
      .flatMap(({ ShardId: id }) => (id && !isDone(id) ? [id] : []));
  }

  async #listShards(): Promise<Shard[]> {
    const shards: Shard[] = [];
    let last: string | undefined;
    do {
      const command = new DescribeStreamCommand({ StreamArn: this.#position.streamArn, ExclusiveStartShardId: last });
      const { StreamDescription: description } = await this.#client.send(command);
      shards.push(...(description?.Shards ?? []));
      last = description?.LastEvaluatedShardId;
    } while (last);
    return shards;
  }

  async #advance(shardId: string): Promise<boolean> {
    const at = this.#position.shards[shardId];
    let reader = this.#readers.get(shardId);
    if (!reader) {
      reader = new ShardReader(this.#client, this.#position.streamArn, shardId, at?.after);
      this.#readers.set(shardId, reader);
    }
    const { records, closed } = await reader.read(readSize);
    if (closed) {
      this.#readers.delete(shardId);
      this.#shards = undefined;
      this.#keep(shardId, { ...at, done: true });
      return true;
    }
    if (records.length === 0) return false;
    const projected = records.filter(isProjected);
    const done = await this.#handAll(shardId, projected);
    const last = sequenceOf(done === projected.length ? records.at(-1) : projected[done - 1]);
    if (last) {
      reader.moveTo(last);
      this.#keep(shardId, { after: last });
    }
    return true;
  }

  /** Hands records to the projector batch by batch, until one is refused. Answers how many are done. */
  async #handAll(shardId: string, records: DynamoDBRecord[]): Promise<number> {
    for (let done = 0; done < records.length; ) {
      if (this.#stopped) return done;
      const size = this.#sizes.get(shardId) ?? batchSize;
      const batch = records.slice(done, done + size);
      const { failed, reason } = await this.#hand(shardId, batch);
      done += failed ?? batch.length;
      this.#sizes.set(shardId, failed === undefined ? Math.min(size * 2, batchSize) : 1);
      const last = sequenceOf(records[done - 1]);
      if (last) this.#keep(shardId, { after: last });
      if (failed === undefined || failed > 0) this.#refused.delete(shardId);
      if (failed !== undefined) {
        if (reason) this.#fail(reason);
        await this.#waitFor(shardId);
        return done;
      }
    }
    return records.length;
  }

  /** Hands a batch to the projector and says from which record on it must be tried again. */
  async #hand(shardId: string, records: DynamoDBRecord[]): Promise<{ failed?: number; reason?: unknown }> {
    try {
      const { batchItemFailures } = await this.#options.project(
        { shardId, Records: records },
        lambdaContext('projector', randomUUID()),
      );
      if (batchItemFailures.length === 0) return {};
      const failing = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      const first = records.findIndex((record) => failing.has(sequenceOf(record) ?? ''));
      // As Lambda does: an identifier it does not know means the whole batch.
      return { failed: Math.max(first, 0) };
    } catch (error) {
      return { failed: 0, reason: error };
    }
  }

  /** Waits before a record is tried again: as in the cloud, whatever is refused is tried until it is taken. */
  #waitFor(shardId: string): Promise<void> {
    const times = this.#refused.get(shardId) ?? 0;
    this.#refused.set(shardId, times + 1);
    return this.#pause(Math.min((this.#options.backOff ?? 50) * 2 ** times, longestPause));
  }

  #keep(shardId: string, at: Position['shards'][string]): void {
    this.#position.shards[shardId] = at;
    this.#store.save(this.#position);
  }

  #fail(error: unknown): undefined {
    if (!this.#isFailing && !this.#stopped) this.#options.onFault?.(error);
    this.#isFailing = true;
  }

  #pause(milliseconds: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** The filter of the cloud's mapping: most records are of rows that the projector itself wrote. */
function isProjected({ dynamodb }: DynamoDBRecord): boolean {
  const type = (dynamodb?.NewImage ?? dynamodb?.OldImage)?.type?.S;
  return !unprojectedTypes.some((one) => one === type);
}

function sequenceOf(record: DynamoDBRecord | undefined): string | undefined {
  return record?.dynamodb?.SequenceNumber;
}
