import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { environment } from './environment.ts';

let client: DynamoDBDocumentClient | undefined;

/** The one connection to the table, opened at first use and kept between invocations. */
export function documentClient(): DynamoDBDocumentClient {
  if (client) return client;
  const raw = new DynamoDBClient({
    region: environment.region,
    maxAttempts: 4,
    ...(environment.databaseEndpoint ? { endpoint: environment.databaseEndpoint } : {}),
  });
  // A quarter of a list's CPU for a log line nobody reads.
  raw.middlewareStack.remove('loggerMiddleware');
  // The marshaller knows plain objects by their constructor, and a crowd's tag may be called just that.
  client = DynamoDBDocumentClient.from(raw, {
    marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
  });
  return client;
}

/** Closes the connection, so that the next use opens one to the endpoint then set. */
export function closeDocumentClient(): void {
  client?.destroy();
  client = undefined;
}
