import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { handler } from '#functions/projector.ts';
import { environment } from '#functions/runtime/environment.ts';

/** The table's stream, given to the projector in batches of a fixed size until nothing follows any more. */
export class Feed {
  readonly #client = new DynamoDBStreamsClient({ endpoint: environment.databaseEndpoint, region: environment.region });
  #iterator: string | undefined;

  async #start(): Promise<string | undefined> {
    const { Streams } = await this.#client.send(new ListStreamsCommand({ TableName: environment.tableName }));
    const StreamArn = Streams?.[0]?.StreamArn;
    const { StreamDescription } = await this.#client.send(new DescribeStreamCommand({ StreamArn }));
    const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
    const asked = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
    return (await this.#client.send(asked)).ShardIterator;
  }

  /** Projects everything there is and what follows from it. */
  async drain(batch: number): Promise<void> {
    this.#iterator ??= await this.#start();
    for (;;) {
      const page = await this.#client.send(new GetRecordsCommand({ ShardIterator: this.#iterator }));
      this.#iterator = page.NextShardIterator;
      // The client's type of a record and the function's differ in names only.
      const records = (page.Records ?? []) as DynamoDBRecord[];
      if (records.length === 0) return;
      for (let at = 0; at < records.length; at += batch) {
        const answer = await handler({ Records: records.slice(at, at + batch), shardId: 'bench' }, {} as never);
        if (answer.batchItemFailures.length > 0) throw new Error('The projector could not finish a batch');
      }
    }
  }

  stop(): void {
    this.#client.destroy();
  }
}
