import assert from 'node:assert/strict';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { deadLetterPartition } from '#functions/projections/dead-letter.ts';
import type { Step } from './checks.ts';
import { call, deployed, eventually, ofStage, region, run } from './deployment.ts';
import { add, countsOf, signUp } from './people.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
const Key = { pk: 'P#poisoned', sk: 'S#poisonpoison' };

export const poisonSteps: Step[] = [
  [
    'a change that can never be projected is set aside, and what comes after it is counted',
    async () => {
      const { tableName: TableName } = await deployed();
      await client.send(new PutCommand({ TableName, Item: { ...Key, type: 'save', itemId: 'poisonpoison', tags: 7 } }));
      const id = await add('https://example.org/after-poison');
      const { access } = await signUp('paul');
      await call('PUT', '/api/me/handle', { token: access, body: { handle: 'paul' } });
      const cast = await call('PUT', `/api/items/${id}/vote`, { token: access, body: { value: 'up' } });
      assert.equal(cast.status, 200, JSON.stringify(cast.body));
      await eventually('The vote after the poison', async () => (await countsOf(id)).up === 1);
      const { Items } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': deadLetterPartition },
        }),
      );
      assert.deepEqual(
        Items?.map(({ row }) => (row as typeof Key).pk),
        [Key.pk],
      );
      assert.match(await run('audit', ofStage), /Set aside by the projector[^\n]+P#poisoned.*, 0 differ/s);
      await client.send(new DeleteCommand({ TableName, Key }));
    },
  ],
];
