import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { unprojectedTypes } from '#functions/table/definition.ts';
import type { Settings } from '#infra/stacks/settings.ts';
import { acknowledge } from './acknowledge.ts';

const projected = [{ 'anything-but': [...unprojectedTypes] }];

/** Leads the table's stream into the projector. What cannot be projected goes to the queue that is returned. */
export function projectorSource(scope: Construct, { stage }: Settings, table: Table, projector: LambdaFunction): Queue {
  const streamArn = table.tableStreamArn;
  if (!streamArn) throw new Error('The table has a stream');
  const deadLetters = new Queue(scope, 'deadLetters', {
    queueName: `commonplace-${stage}-dead-letters`,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(deadLetters, { SQS3: 'This is the dead-letter queue.' });

  projector.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [streamArn],
    }),
  );
  projector.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
  if (projector.role) {
    acknowledge(projector.role, {
      'IAM5[Resource::*]': 'ListStreams, which Lambda asks for to read a stream, knows no resource in IAM.',
    });
  }

  const mapping = new EventSourceMapping(scope, 'stream', {
    target: projector,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    // With a window the event names its shard, and one checkpoint serves a whole batch (decision 004).
    tumblingWindow: Duration.seconds(60),
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // Tried until it is done: the projector itself sets aside what can never be. Only what kills the function or
    // outlasts half a day of trouble ends in the queue.
    maxRecordAge: Duration.hours(12),
    onFailure: new SqsDlq(deadLetters),
    filters: [
      FilterCriteria.filter({ dynamodb: { NewImage: { type: { S: projected } } } }),
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('REMOVE'),
        dynamodb: { OldImage: { type: { S: projected } } },
      }),
    ],
  });
  // Lambda looks at the rights when the mapping is made.
  if (projector.role) mapping.node.addDependency(projector.role);
  return deadLetters;
}
