import {
  type _Record,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';

type Read = { records: DynamoDBRecord[]; closed: boolean };

/** Reads one shard in order. Nothing is skipped: `read` gives the same records until `moveTo` is called. */
export class ShardReader {
  readonly shardId: string;
  readonly #client: DynamoDBStreamsClient;
  readonly #streamArn: string;
  #iterator: string | undefined;
  #after: string | undefined;
  #read: { last: string | undefined; next: string | undefined } = { last: undefined, next: undefined };

  constructor(client: DynamoDBStreamsClient, streamArn: string, shardId: string, after: string | undefined) {
    this.#client = client;
    this.#streamArn = streamArn;
    this.shardId = shardId;
    this.#after = after;
  }

  /** Up to `limit` records after the position. `closed`: the shard has none left and will never have. */
  async read(limit: number): Promise<Read> {
    this.#iterator ??= await this.#openIterator();
    if (!this.#iterator) return { records: [], closed: true };
    try {
      const answer = await this.#client.send(new GetRecordsCommand({ ShardIterator: this.#iterator, Limit: limit }));
      const records = answer.Records ?? [];
      this.#read = { last: records.at(-1)?.dynamodb?.SequenceNumber, next: answer.NextShardIterator };
      // Past an empty read one may go on; past records only `moveTo` leads.
      if (records.length === 0) this.#iterator = answer.NextShardIterator;
      return {
        records: records.map((record) => lambdaRecord(record, this.#streamArn)),
        closed: records.length === 0 && !answer.NextShardIterator,
      };
    } catch (error) {
      this.#iterator = undefined;
      if (!isStale(error)) throw error;
      if (error.name === 'TrimmedDataAccessException') this.#after = undefined;
      return { records: [], closed: false };
    }
  }

  /** Makes the next read begin after this sequence number. */
  moveTo(sequence: string): void {
    this.#after = sequence;
    this.#iterator = sequence === this.#read.last ? this.#read.next : undefined;
  }

  async #openIterator(): Promise<string | undefined> {
    const start = this.#after
      ? ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: this.#after } as const)
      : ({ ShardIteratorType: 'TRIM_HORIZON' } as const);
    const command = new GetShardIteratorCommand({ StreamArn: this.#streamArn, ShardId: this.shardId, ...start });
    return (await this.#client.send(command)).ShardIterator;
  }
}

/** Iterators live a quarter of an hour and records a day; both ends are read past. */
function isStale(error: unknown): error is Error {
  return error instanceof Error && ['ExpiredIteratorException', 'TrimmedDataAccessException'].includes(error.name);
}

/** A record as Lambda hands it on: the time in seconds, the stream's name beside it. */
function lambdaRecord(record: _Record, streamArn: string): DynamoDBRecord {
  const { ApproximateCreationDateTime: created, ...change } = record.dynamodb ?? {};
  return {
    ...record,
    eventSourceARN: streamArn,
    dynamodb: {
      ...change,
      ...(created ? { ApproximateCreationDateTime: Math.floor(new Date(created).getTime() / 1000) } : {}),
    },
  } as DynamoDBRecord;
}
