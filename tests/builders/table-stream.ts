import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { environment } from '#functions/runtime/environment.ts';

/** The stream of the table that functions use, read on and on; the engine has one shard for it. */
export class TableStream {
  readonly #client = new DynamoDBStreamsClient({ endpoint: environment.databaseEndpoint, region: environment.region });
  readonly #from: 'TRIM_HORIZON' | 'LATEST';
  #iterator: string | undefined;

  /** From the first record there is, or from the first one written after `open`. */
  constructor(from: 'TRIM_HORIZON' | 'LATEST' = 'TRIM_HORIZON') {
    this.#from = from;
  }

  async open(): Promise<void> {
    const { Streams } = await this.#client.send(new ListStreamsCommand({ TableName: environment.tableName }));
    const StreamArn = Streams?.[0]?.StreamArn;
    const { StreamDescription } = await this.#client.send(new DescribeStreamCommand({ StreamArn }));
    const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
    const asked = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: this.#from });
    this.#iterator = (await this.#client.send(asked)).ShardIterator;
  }

  /** The next page of what was written since; none where that was all. */
  async page(): Promise<DynamoDBRecord[]> {
    if (!this.#iterator) await this.open();
    const page = await this.#client.send(new GetRecordsCommand({ ShardIterator: this.#iterator }));
    this.#iterator = page.NextShardIterator;
    return (page.Records ?? []) as unknown as DynamoDBRecord[];
  }

  /** All that was written since it was last asked. */
  async written(): Promise<DynamoDBRecord[]> {
    const found: DynamoDBRecord[] = [];
    for (let page = await this.page(); page.length > 0; page = await this.page()) found.push(...page);
    return found;
  }
}
