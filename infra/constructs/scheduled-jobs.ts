import { Duration } from 'aws-cdk-lib';
import { Effect, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression, ScheduleTargetInput, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { TimeZone } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Settings } from '#infra/stacks/settings.ts';
import type { JobEvent, JobName } from '#shared/jobs/schema.ts';

type Time = { weekDay?: string; hour: string; minute: string; within: Duration; says: string };

/** When each job runs, in UTC, or so much later. */
const times: Record<JobName, Time> = {
  dump: { weekDay: 'SUN', hour: '3', minute: '0', within: Duration.minutes(30), says: 'The public dump' },
  // Holds end at full hours.
  release: { hour: '*', minute: '1', within: Duration.minutes(5), says: 'What was held back and is due' },
  decide: { hour: '*', minute: '6', within: Duration.minutes(5), says: 'Proposals whose time is over' },
  forget: { hour: '4', minute: '30', within: Duration.minutes(30), says: 'What is left of those who are gone' },
  digest: { hour: '6', minute: '0', within: Duration.minutes(15), says: 'Digests by mail' },
  index: { hour: '*', minute: '11', within: Duration.minutes(5), says: 'What search begins with' },
  claims: {
    hour: '5',
    minute: '15',
    within: Duration.minutes(30),
    says: 'Whether the proofs of owners are still there',
  },
  odds: { weekDay: 'MON', hour: '3', minute: '0', within: Duration.minutes(30), says: 'Which edits stay' },
};

const everyMinute: Pick<Time, 'hour' | 'minute'> & { within?: Duration } = { hour: '*', minute: '*' };

/**
 * Runs the jobs by the clock. A job that fails is tried once more; what fails then, or could not even be started,
 * ends in the queue.
 */
export function scheduledJobs(
  scope: Construct,
  { stage, search }: Settings,
  jobs: LambdaFunction,
  deadLetters: Queue,
): void {
  jobs.configureAsyncInvoke({
    retryAttempts: 1,
    maxEventAge: Duration.hours(2),
    onFailure: new SqsDestination(deadLetters),
  });
  const role = new Role(scope, 'schedulerRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  new Policy(scope, 'schedulerRights', {
    roles: [role],
    statements: [
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['lambda:InvokeFunction'],
        resources: [jobs.functionArn],
      }),
      new PolicyStatement({ effect: Effect.ALLOW, actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
    ],
  });
  for (const [job, { says, ...usual }] of Object.entries(times)) {
    // What OpenSearch is to find is written every minute.
    const { within, ...time } = job === 'index' && search === 'opensearch' ? everyMinute : usual;
    const event: JobEvent = { job: job as JobName };
    new Schedule(scope, `${job}Schedule`, {
      scheduleName: `commonplace-${stage}-${job}`,
      description: says,
      schedule: ScheduleExpression.cron({ ...time, timeZone: TimeZone.ETC_UTC }),
      timeWindow: within ? TimeWindow.flexible(within) : TimeWindow.off(),
      target: new LambdaInvoke(jobs, {
        input: ScheduleTargetInput.fromObject(event),
        // It would give itself the right to every version of the function.
        role: role.withoutPolicyUpdates(),
        retryAttempts: 3,
        maxEventAge: Duration.hours(2),
        deadLetterQueue: deadLetters,
      }),
    });
  }
}
