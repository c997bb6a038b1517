import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '#functions/runtime/document-client.ts';
import { environment } from '#functions/runtime/environment.ts';
import type { Row } from '#functions/table/table.ts';

/** The types of rows that a dump is made from; nothing else leaves the table. */
const dumped = [
  'item',
  'itemStanding',
  'review',
  'reviewStanding',
  'reviewVersion',
  'profile',
  'personStanding',
  'save',
  'list',
  'listStanding',
  'listEntry',
  'listedStanding',
  'act',
  'proposal',
  'proposalStanding',
  'proposalVersion',
  'proposalVote',
  'blockVote',
  'comment',
  'commentStanding',
  'commentVersion',
  'revision',
  'revisionFields',
  'revisionText',
  'betterName',
  'parameters',
  'owner',
  'pastClaim',
  'reply',
  'replyVersion',
];

/**
 * The rows that a dump is made from, a page at a time, of one of `segments` parts of the table. A page is what 1 MB
 * of table holds of them, half a read unit for each 4 KB read; rows of one partition mostly come together.
 */
export async function* dumpedRows(segment: number, segments: number): AsyncGenerator<Row[]> {
  const values = Object.fromEntries(dumped.map((type, index) => [`:type${index}`, type]));
  let start: Record<string, unknown> | undefined;
  do {
    const page = await documentClient().send(
      new ScanCommand({
        TableName: environment.tableName,
        Segment: segment,
        TotalSegments: segments,
        FilterExpression: `#type IN (${Object.keys(values).join(', ')})`,
        ExpressionAttributeNames: { '#type': 'type' },
        ExpressionAttributeValues: values,
        ExclusiveStartKey: start,
      }),
    );
    yield (page.Items ?? []) as Row[];
    start = page.LastEvaluatedKey;
  } while (start);
}
