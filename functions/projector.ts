import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, AttributeValue as StreamValue } from 'aws-lambda';
import { sequenceText } from './projections/checkpoint.ts';
import { project, type StreamChange, Unfinished } from './projections/project.ts';
import { isProjected } from './projections/registry.ts';
import { errorFields, log } from './runtime/log.ts';
import type { Row } from './table/table.ts';

/** A batch of one shard's records; with a tumbling window Lambda names the shard. */
export type ProjectorEvent = { Records: DynamoDBRecord[]; shardId?: string };

/**
 * Projects a batch. One that cannot be finished now says from which record on, so that Lambda delivers the rest again;
 * a record that can never be projected is set aside in the table.
 */
export const handler = middy<ProjectorEvent, DynamoDBBatchResponse>().handler(async ({ Records, shardId }) => {
  const changes = Records.map((record) => readRecord(record, shardId)).filter(isProjected);
  try {
    await project(changes, new Date());
    return { batchItemFailures: [] };
  } catch (error) {
    const sequence = error instanceof Unfinished ? error.sequence : changes[0]?.sequence;
    log('error', 'batch unfinished', {
      from: sequence,
      records: Records.length,
      ...errorFields(error instanceof Unfinished ? error.cause : error),
    });
    const itemIdentifier = Records.find((record) => sequenceText(record.dynamodb?.SequenceNumber ?? '') === sequence)
      ?.dynamodb?.SequenceNumber;
    return { batchItemFailures: [{ itemIdentifier: itemIdentifier ?? Records[0]?.dynamodb?.SequenceNumber ?? '' }] };
  }
});

function readRecord({ dynamodb }: DynamoDBRecord, shardId: string | undefined): StreamChange {
  const before = readImage(dynamodb?.OldImage);
  const after = readImage(dynamodb?.NewImage);
  const lane = shardId ?? (after ?? before)?.pk ?? '';
  return { before, after, lane, sequence: sequenceText(dynamodb?.SequenceNumber ?? '') };
}

function readImage(image: Record<string, StreamValue> | undefined): Row | undefined {
  return image ? (unmarshall(image as Record<string, AttributeValue>) as Row) : undefined;
}
