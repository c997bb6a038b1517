import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import toFastProperties from 'to-fast-properties';
import { Connection } from './connection.ts';
import { environment } from './environment.ts';
import { PlainJson } from './plain-json.ts';
import { Signature } from './signature.ts';

/** Steps of the SDK that do nothing here: nobody reads its log or its name, and protocol and signer set the headers. */
const needless = [
  'loggerMiddleware',
  'getUserAgentMiddleware',
  'recursionDetectionMiddleware',
  'hostHeaderMiddleware',
  'contentLengthMiddleware',
];

let opened: { client: DynamoDBDocumentClient; connection: Connection } | undefined;

/** The one connection to the table, opened at first use and kept between invocations. */
export function documentClient(): DynamoDBDocumentClient {
  opened ??= open();
  return opened.client;
}

/** Closes the connection, so that the next use opens one to the endpoint then set. */
export function closeDocumentClient(): void {
  opened?.connection.destroy();
  opened = undefined;
}

function open(): { client: DynamoDBDocumentClient; connection: Connection } {
  const { region, databaseEndpoint } = environment;
  const connection = new Connection(environment.databasePatience);
  const raw = new DynamoDBClient({
    region,
    maxAttempts: 4,
    protocol: PlainJson,
    signer: new Signature(region, () => raw.config.credentials()),
    requestHandler: connection,
    ...(databaseEndpoint ? { endpoint: databaseEndpoint } : {}),
  });
  for (const name of needless) raw.middlewareStack.remove(name);
  // The marshaller knows plain objects by their constructor, and a crowd's tag may be called just that.
  const client = DynamoDBDocumentClient.from(raw, {
    marshallOptions: { removeUndefinedValues: true, convertClassInstanceToMap: true },
  });
  // The SDK copies its configuration three times a call, and V8 has made a dictionary of it: 8 µs a copy, or 0.1.
  toFastProperties(client.config);
  return { client, connection };
}
