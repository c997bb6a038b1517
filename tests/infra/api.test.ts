import { expect, test } from 'vitest';
import { allOperations } from '#shared/capabilities.ts';
import { only, resources, statements, synthesise } from './synthesis.ts';

const { api } = await synthesise();

type Route = { RouteKey: string; AuthorizationType: string; AuthorizationScopes?: string[]; AuthorizerId?: object };
const routes = resources(api, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties as Route);
const routeOf = (key: string) => routes.find(({ RouteKey }) => RouteKey === key);

test('every operation has its route, and nothing else but the answer to anything else', () => {
  const keys = allOperations.map(({ method, path }) => `${method} ${path}`);
  expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual([...keys, '$default'].sort());
});

test('what only signed-in people may do asks for an access token, nothing else does', () => {
  for (const { method, path, auth } of allOperations) {
    const { AuthorizationType, AuthorizationScopes, AuthorizerId } = routeOf(`${method} ${path}`) ?? {};
    expect({ path, AuthorizationType, AuthorizationScopes, checked: AuthorizerId !== undefined }).toEqual(
      auth === 'person'
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
  expect(rights('read')).toEqual([...logs, ...dynamo('GetItem', 'BatchGetItem', 'Query')].sort());
  expect(rights('write')).toEqual([...logs, ...dynamo('GetItem', 'BatchGetItem', 'Query'), ...writes].sort());
  expect(rights('projector')).toEqual(
    [
      ...logs,
      ...dynamo('GetItem', 'BatchGetItem'),
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
    ['projector', 'read', 'write'].map((name) => `commonplace-trial-${name}`),
  );
  for (const { Runtime, Architectures, LoggingConfig } of functions) {
    expect({ Runtime, Architectures }).toEqual({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    expect(LoggingConfig).toHaveProperty('LogGroup.Ref');
  }
  const logs = resources(api, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.RetentionInDays);
  expect(logs).toEqual([30, 30, 30, 30]);
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
    MaximumRetryAttempts: 20,
    MaximumRecordAgeInSeconds: 12 * 3600,
  });
  const mapping = only<Record<string, unknown>>(api, 'AWS::Lambda::EventSourceMapping');
  const { DestinationConfig, FilterCriteria } = mapping as {
    DestinationConfig: { OnFailure: { Destination: object } };
    FilterCriteria: { Filters: { Pattern: string }[] };
  };
  expect(DestinationConfig.OnFailure.Destination).toHaveProperty('Fn::GetAtt');
  const rows = { type: { S: [{ 'anything-but': ['entry', 'checkpoint'] }] } };
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
