import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** Attribute that DynamoDB's own clean-up reads, in seconds since 1970. */
export const ttlAttribute = 'ttl';

/** The one table. The local engine creates it from this; the data stack says the same in CDK. */
export const tableDefinition = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
} as const satisfies Omit<CreateTableCommandInput, 'TableName'>;

/**
 * Rows that follow from others, or from what no backup may bring back, and lead to nothing: the stream brings the
 * projector none of them.
 */
export const unprojectedTypes = [
  'entry',
  'checkpoint',
  'deadLetter',
  'limit',
  'token',
  'tokens',
  'odds',
  'searchLog',
  'searchDocument',
] as const;
