import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeStreamCommand, DynamoDBStreamsClient, type Shard } from '@aws-sdk/client-dynamodb-streams';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
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
  /** Receives each record given up, as one line of JSON. */
  deadLetterFile?: string;
  onDeadLetter?: (record: DynamoDBRecord, reason: unknown) => void;
  /** Told once when reading or projecting begins to fail, and again after it worked in between. */
  onFault?: (error: unknown) => void;
  /** The first pause before a refused record is tried again, in milliseconds; it doubles. */
  backOff?: number;
};

export type Stream = {
  /** Resolves when everything written before the call has been projected, or given up. */
  drain: () => Promise<void>;
  stop: () => Promise<void>;
};

const batchSize = 100;
const tries = 5;
const idlePauses = [10, 25, 50, 100, 250];

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
  #refused: { sequence: string; times: number } | undefined;
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
    const shards: Shard[] = [];
    let last: string | undefined;
    do {
      const command = new DescribeStreamCommand({ StreamArn: this.#position.streamArn, ExclusiveStartShardId: last });
      const { StreamDescription: description } = await this.#client.send(command);
      shards.push(...(description?.Shards ?? []));
      last = description?.LastEvaluatedShardId;
    } while (last);
    const listed = new Set(shards.map(({ ShardId }) => ShardId));
    const isDone = (id: string) => this.#position.shards[id]?.done === true;
    return shards
      .filter(({ ParentShardId: parent }) => !parent || !listed.has(parent) || isDone(parent))
      .flatMap(({ ShardId: id }) => (id && !isDone(id) ? [id] : []));
  }

  async #advance(shardId: string): Promise<boolean> {
    const at = this.#position.shards[shardId];
    let reader = this.#readers.get(shardId);
    if (!reader) {
      reader = new ShardReader(this.#client, this.#position.streamArn, shardId, at?.after);
      this.#readers.set(shardId, reader);
    }
    const size = this.#sizes.get(shardId) ?? batchSize;
    const { records, closed } = await reader.read(size);
    if (closed) {
      this.#readers.delete(shardId);
      this.#keep(shardId, { ...at, done: true });
      return true;
    }
    if (records.length === 0) return false;
    const { failed, reason } = await this.#hand(shardId, records);
    const done = failed === undefined ? records : records.slice(0, failed);
    this.#sizes.set(shardId, failed === undefined ? Math.min(size * 2, batchSize) : 1);
    const last = sequenceOf(done.at(-1));
    if (last) {
      reader.moveTo(last);
      this.#keep(shardId, { after: last });
    }
    const refused = failed === undefined ? undefined : records[failed];
    if (refused) await this.#refuse(shardId, reader, refused, records.length === 1, reason);
    return true;
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
      return { failed: Math.max(first, 0), reason: 'the projector refused it' };
    } catch (error) {
      return { failed: 0, reason: error };
    }
  }

  /** Waits before a record is tried again, or gives it up when it failed often enough on its own. */
  async #refuse(
    shardId: string,
    reader: ShardReader,
    record: DynamoDBRecord,
    alone: boolean,
    reason: unknown,
  ): Promise<void> {
    const sequence = sequenceOf(record) ?? '';
    const times = this.#refused?.sequence === sequence ? this.#refused.times + 1 : 1;
    this.#refused = { sequence, times };
    if (times < tries || !alone) return this.#pause((this.#options.backOff ?? 50) * 2 ** (times - 1));
    this.#refused = undefined;
    const { deadLetterFile, onDeadLetter } = this.#options;
    if (deadLetterFile) {
      const letter = { at: new Date().toISOString(), shardId, reason: String(reason), record };
      appendFileSync(deadLetterFile, `${JSON.stringify(letter)}\n`);
    }
    onDeadLetter?.(record, reason);
    reader.moveTo(sequence);
    this.#keep(shardId, { after: sequence });
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

function sequenceOf(record: DynamoDBRecord | undefined): string | undefined {
  return record?.dynamodb?.SequenceNumber;
}
