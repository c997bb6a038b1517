import { expect, test } from 'vitest';
import { allOperations } from '#shared/capabilities.ts';
import { jobEvent, jobNames } from '#shared/jobs/schema.ts';
import { routesOf } from '#shared/tokens/rules.ts';
import { only, resources, statements, synthesise } from './synthesis.ts';

const { api } = await synthesise();

type Route = {
  RouteKey: string;
  Target: unknown;
  AuthorizationType: string;
  AuthorizationScopes?: string[];
  AuthorizerId?: object;
};
const routes = resources(api, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties as Route);
const routeOf = (key: string) => routes.find(({ RouteKey }) => RouteKey === key);

test('every operation has its route, and nothing else but the answer to anything else', () => {
  const keys = routesOf(allOperations).map(({ operation, path }) => `${operation.method} ${path}`);
  expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual([...keys, '$default'].sort());
});

test('what only signed-in people may do asks for an access token, nothing else does', () => {
  for (const { operation, path, byToken } of routesOf(allOperations)) {
    const { method, auth } = operation;
    const { AuthorizationType, AuthorizationScopes, AuthorizerId } = routeOf(`${method} ${path}`) ?? {};
    expect({ path, AuthorizationType, AuthorizationScopes, checked: AuthorizerId !== undefined }).toEqual(
      auth === 'person' && !byToken
        ? {
            path,
            AuthorizationType: 'JWT',
            AuthorizationScopes: ['aws.cognito.signin.user.admin'],
            checked: true,
          }
        : { path, AuthorizationType: 'NONE', AuthorizationScopes: undefined, checked: false },
    );
  }
});

test('what an API token may call has an address of its own, which leads where it is checked', () => {
  const byToken = routesOf(allOperations).filter((route) => route.byToken);
  expect(byToken.length).toBeGreaterThan(0);
  for (const { operation, path } of byToken) {
    const own = routeOf(`${operation.method} ${operation.path}`);
    expect(path).toMatch(/^\/api\/token\//);
    expect(routeOf(`${operation.method} ${path}`)).toMatchObject({ Target: own?.Target, AuthorizationType: 'NONE' });
  }
});

test('tokens are this pool’s and this client’s', () => {
  const authorizer = only<Record<string, unknown>>(api, 'AWS::ApiGatewayV2::Authorizer');
  const { JwtConfiguration } = authorizer as { JwtConfiguration: { Audience: unknown[]; Issuer: unknown } };
  expect(JwtConfiguration.Audience).toHaveLength(1);
  expect(JSON.stringify(JwtConfiguration.Issuer)).toContain('https://cognito-idp.eu-central-1.amazonaws.com/');
});

/** What each function may do, by its role's logical id. */
const rights = (name: string) => {
  const own = statements(api).filter(({ role }) => role.startsWith(`${name}Role`));
  return own.flatMap(({ actions }) => actions).sort();
};

test('each function may do what it does and no more', () => {
  const logs = ['logs:CreateLogStream', 'logs:PutLogEvents'];
  const dynamo = (...actions: string[]) => actions.map((action) => `dynamodb:${action}`);
  const writes = dynamo('PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem');
  // What search begins with lies in a bucket.
  expect(rights('read')).toEqual([...logs, ...dynamo('GetItem', 'BatchGetItem', 'Query'), 's3:GetObject'].sort());
  expect(rights('page')).toEqual(rights('read'));
  expect(rights('write')).toEqual([...logs, ...dynamo('GetItem', 'BatchGetItem', 'Query'), ...writes].sort());
  expect(rights('jobs')).toEqual(
    [
      ...logs,
      ...dynamo('Scan', 'BatchGetItem'),
      // Holds are taken off and put on; what is left of those who are gone is removed; what was consented to is made.
      ...dynamo('GetItem', 'BatchGetItem', 'Query'),
      ...writes,
      ...['s3:PutObject', 's3:GetObject', 's3:DeleteObject', 's3:ListBucket'],
      ...['s3:GetObject', 's3:PutObject'],
      ...['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
    ].sort(),
  );
  expect(rights('scheduler')).toEqual(['lambda:InvokeFunction', 'sqs:SendMessage']);
  expect(rights('projector')).toEqual(
    [
      ...logs,
      // It asks who follows.
      ...dynamo('GetItem', 'BatchGetItem', 'Query'),
      ...writes,
      ...dynamo('DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'),
      ...['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
    ].sort(),
  );
});

test('no right is for everything, but for the one action that knows no resource', () => {
  const wide = statements(api).filter(({ resources: targets, actions }) =>
    [...targets, ...actions].some((value) => typeof value === 'string' && value.includes('*')),
  );
  expect(wide.map(({ actions }) => actions)).toEqual([['dynamodb:ListStreams']]);
  expect(resources(api, 'AWS::IAM::Role').flatMap(([, role]) => role.Properties.ManagedPolicyArns ?? [])).toEqual([]);
});

test('functions run on Node 24 on arm64 and write a log of their own that is kept for a month', () => {
  const functions = resources(api, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties);
  expect(functions.map(({ FunctionName }) => FunctionName).sort()).toEqual(
    ['jobs', 'page', 'projector', 'read', 'write'].map((name) => `commonplace-trial-${name}`),
  );
  for (const { Runtime, Architectures, LoggingConfig } of functions) {
    expect({ Runtime, Architectures }).toEqual({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(LoggingConfig).toHaveProperty('LogGroup.Ref');
  }
  const logs = resources(api, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.RetentionInDays);
  expect(logs).toEqual([30, 30, 30, 30, 30, 30]);
});

test('the gateway throttles, and its log says nothing of who asked', () => {
  const stage = only<Record<string, unknown>>(api, 'AWS::ApiGatewayV2::Stage');
  const { DefaultRouteSettings, AccessLogSettings } = stage as Record<string, Record<string, unknown>>;
  expect(DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
  expect(AccessLogSettings?.Format).toContain('$context.routeKey');
  expect(AccessLogSettings?.Format).not.toMatch(/identity|claims|sourceIp|userAgent/);
});

test('the stream reaches the projector in batches that fail in part and end in a queue', () => {
  api.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    BatchSize: 100,
    TumblingWindowInSeconds: 60,
    StartingPosition: 'TRIM_HORIZON',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    BisectBatchOnFunctionError: true,
    MaximumRecordAgeInSeconds: 12 * 3600,
  });
  const mapping = only<Record<string, unknown>>(api, 'AWS::Lambda::EventSourceMapping');
  const { DestinationConfig, FilterCriteria } = mapping as {
    DestinationConfig: { OnFailure: { Destination: object } };
    FilterCriteria: { Filters: { Pattern: string }[] };
  };
  expect(DestinationConfig.OnFailure.Destination).toHaveProperty('Fn::GetAtt');
  // Nothing is given up for having been tried often.
  expect(mapping).not.toHaveProperty('MaximumRetryAttempts');
  const rows = {
    type: {
      S: [
        {
          'anything-but': [
            'entry',
            'checkpoint',
            'deadLetter',
            'limit',
            'token',
            'tokens',
            'odds',
            'searchLog',
            'searchDocument',
          ],
        },
      ],
    },
  };
  expect(FilterCriteria.Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
    { dynamodb: { NewImage: rows } },
    { eventName: ['REMOVE'], dynamodb: { OldImage: rows } },
  ]);
});

test('dead letters are encrypted, and taken over TLS only', () => {
  api.hasResourceProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 });
  const policy = only<Record<string, unknown>>(api, 'AWS::SQS::QueuePolicy');
  expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
});

type Scheduled = Record<string, unknown> & { Target: Record<string, unknown> & { Input: string } };
const scheduleOf = (job: string): Scheduled => {
  const all = resources(api, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties as Scheduled);
  const found = all.find(({ Name }) => Name === `commonplace-trial-${job}`);
  if (!found) throw new Error(`There is no schedule for ${job}`);
  return found;
};

test('what is held back is looked at every hour, a minute after the hour begins', () => {
  const schedule = scheduleOf('release');
  expect(schedule).toMatchObject({
    State: 'ENABLED',
    ScheduleExpression: 'cron(1 * * * ? *)',
    FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
    Target: { Arn: scheduleOf('dump').Target.Arn },
  });
  expect(jobEvent.parse(JSON.parse(schedule.Target.Input))).toEqual({ job: 'release' });
  expect(resources(api, 'AWS::Scheduler::Schedule')).toHaveLength(jobNames.length);
});

test('what was proposed is decided every hour', () => {
  const { ScheduleExpression, Target } = scheduleOf('decide');
  expect(ScheduleExpression).toBe('cron(6 * * * ? *)');
  expect(jobEvent.parse(JSON.parse(Target.Input))).toEqual({ job: 'decide' });
});

test('what search begins with is kept every hour, where only what reads and keeps it may come', () => {
  const { ScheduleExpression, Target } = scheduleOf('index');
  expect(ScheduleExpression).toBe('cron(11 * * * ? *)');
  expect(jobEvent.parse(JSON.parse(Target.Input))).toEqual({ job: 'index' });
  const onFiles = statements(api).filter(({ resources: [target] }) => JSON.stringify(target)?.includes('/search/*'));
  expect(onFiles.map(({ role, actions }) => [role.replace(/Role.*/, ''), ...actions]).sort()).toEqual([
    ['jobs', 's3:GetObject', 's3:PutObject'],
    ['page', 's3:GetObject'],
    ['read', 's3:GetObject'],
  ]);
  const told = resources(api, 'AWS::Lambda::Function').filter(([, { Properties }]) =>
    JSON.stringify(Properties.Environment).includes('SEARCH_BUCKET'),
  );
  expect(told.map(([id]) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['jobs', 'page', 'read']);
});

test('what is left of those who are gone goes once a day', () => {
  const { ScheduleExpression, Target } = scheduleOf('forget');
  expect(ScheduleExpression).toBe('cron(30 4 * * ? *)');
  expect(jobEvent.parse(JSON.parse(Target.Input))).toEqual({ job: 'forget' });
});

test('a dump is made every Sunday, tried again where it fails, and told of where it still does', () => {
  const schedule = scheduleOf('dump');
  expect(schedule).toMatchObject({
    Name: 'commonplace-trial-dump',
    State: 'ENABLED',
    ScheduleExpression: 'cron(0 3 ? * SUN *)',
    ScheduleExpressionTimezone: 'Etc/UTC',
    Target: { RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 7200 } },
  });
  const { Arn, DeadLetterConfig, Input } = schedule.Target;
  expect(jobEvent.parse(JSON.parse(Input))).toEqual({ job: 'dump' });
  const jobs = resources(api, 'AWS::Lambda::Function').find(([id]) => id.startsWith('jobs'))?.[0];
  const queue = resources(api, 'AWS::SQS::Queue')[0]?.[0];
  expect(Arn).toEqual({ 'Fn::GetAtt': [jobs, 'Arn'] });
  expect(DeadLetterConfig).toEqual({ Arn: { 'Fn::GetAtt': [queue, 'Arn'] } });
  // The schedule only hands the job over; what fails afterwards is for Lambda to tell.
  api.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: jobs },
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [queue, 'Arn'] } } },
  });
  api.hasResourceProperties('AWS::Lambda::Function', { FunctionName: 'commonplace-trial-jobs', Timeout: 900 });
});

test('jobs keeps nothing but the dumps’ own files and those of search, and the schedule may start it and nothing else', () => {
  const files = statements(api).filter(({ actions }) => actions.includes('s3:PutObject'));
  expect(files.map(({ role, resources: [target] }) => [role.slice(0, 8), JSON.stringify(target)])).toEqual([
    ['jobsRole', expect.stringMatching(/dumps[0-9A-F]{8}Arn.*"\/dumps\/\*"\]\]\}$/)],
    ['jobsRole', expect.stringMatching(/dumps[0-9A-F]{8}Arn.*"\/search\/\*"\]\]\}$/)],
  ]);
  const starts = statements(api).filter(({ actions }) => actions.includes('lambda:InvokeFunction'));
  expect(starts.map(({ resources: targets }) => targets)).toEqual([
    [{ 'Fn::GetAtt': [expect.stringMatching(/^jobs/), 'Arn'] }],
  ]);
});
