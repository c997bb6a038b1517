import { type App, CfnOutput, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnStage, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { giveModel } from '#infra/constructs/ask-model.ts';
import { contractRoutes } from '#infra/constructs/contract-routes.ts';
import { giveDumps, giveSearch } from '#infra/constructs/dumps-bucket.ts';
import { mailSender } from '#infra/constructs/mail-sender.ts';
import { openSearch } from '#infra/constructs/open-search.ts';
import { projectorSource } from '#infra/constructs/projector-source.ts';
import { scheduledJobs } from '#infra/constructs/scheduled-jobs.ts';
import { serverFunction } from '#infra/constructs/server-function.ts';
import { giveTable } from '#infra/constructs/table-access.ts';
import type { DataStack } from './data.ts';
import type { Settings } from './settings.ts';

/** What the access log keeps of a request: nothing of who asked. */
const accessLine = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  bytes: '$context.responseLength',
  refused: '$context.authorizer.error',
  failed: '$context.integrationErrorMessage',
};

/** The gateway with the contract's routes, and the functions behind it and behind the table's stream. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly functions: { read: LambdaFunction; write: LambdaFunction; projector: LambdaFunction };
  /** Renders pages; what it cannot render is left to the browser. */
  readonly page: LambdaFunction;
  /** Runs by the clock; what goes wrong with it ends in the queue. */
  readonly jobs: LambdaFunction;
  readonly deadLetters: Queue;
  /** What the edge proves itself with: the last part of the stack's own name, which nobody else can guess. */
  readonly edgeKey = Fn.select(2, Fn.split('/', this.stackId));

  constructor(app: App, settings: Settings, data: DataStack) {
    const { stage, region, account } = settings;
    super(app, `commonplace-${stage}-api`, {
      env: { region, account },
      description: `Commonplace ${stage}: gateway and functions`,
    });
    const read = serverFunction(this, { settings, name: 'read', seconds: 10, description: 'What anyone may read' });
    const write = serverFunction(this, {
      settings,
      name: 'write',
      // The gateway waits no longer than 30.
      seconds: 29,
      description: 'What signed-in people do',
    });
    this.page = serverFunction(this, {
      settings,
      name: 'page',
      seconds: 10,
      description: 'The first HTML of what anyone may read',
    });
    const projector = serverFunction(this, {
      settings,
      name: 'projector',
      seconds: 60,
      description: 'Counts and ranks what the table’s stream tells',
    });
    this.jobs = serverFunction(this, {
      settings,
      name: 'jobs',
      seconds: 900,
      // A whole processor: a dump is mostly reading JSON and compressing it.
      megabytes: 1769,
      description: 'What runs by the clock: the public dump, what is held back, digests',
    });
    this.functions = { read, write, projector };
    giveTable(read, data.table, 'read');
    giveTable(this.page, data.table, 'read');
    giveTable(write, data.table, 'write');
    giveTable(projector, data.table, 'project');
    giveTable(this.jobs, data.table, 'export');
    giveTable(this.jobs, data.table, 'jobs');
    giveDumps(this.jobs, data.dumps);
    giveSearch(data.dumps, [read, this.page], this.jobs);
    // An emulator has no such domain.
    if (settings.search === 'opensearch' && !settings.emulator) {
      openSearch(this, {
        settings,
        table: data.table,
        readers: [read, this.page],
        writers: [this.jobs],
      });
    }
    new CfnOutput(this, 'Search', { value: settings.search });
    for (const asked of [write, this.page]) asked.addEnvironment('EDGE_KEY', this.edgeKey);
    write.addEnvironment('USER_POOL_ID', data.userPool.userPoolId);
    write.addEnvironment('USER_POOL_CLIENT_ID', data.client.userPoolClientId);
    this.deadLetters = projectorSource(this, settings, data.table, projector);
    if (settings.mailFrom && !settings.emulator) {
      mailSender(this, { from: settings.mailFrom, jobs: this.jobs, write, userPool: data.userPool });
      new CfnOutput(this, 'MailFrom', { value: settings.mailFrom });
    }
    if (settings.askModel && !settings.emulator) {
      giveModel([read, this.page], settings.askModel);
      new CfnOutput(this, 'AskModel', { value: settings.askModel });
    }
    scheduledJobs(this, settings, this.jobs, this.deadLetters);

    this.api = new HttpApi(this, 'http', {
      apiName: `commonplace-${stage}`,
      description: `Commonplace ${stage}`,
      createDefaultStage: false,
    });
    contractRoutes(this, {
      api: this.api,
      functions: { read, write, page: this.page },
      tokens: {
        issuer: `https://cognito-idp.${region}.amazonaws.com/${data.userPool.userPoolId}`,
        clientId: data.client.userPoolClientId,
      },
    });
    const accessLog = new LogGroup(this, 'accessLog', {
      logGroupName: `/commonplace/${stage}/access`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnStage(this, 'live', {
      apiId: this.api.apiId,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: accessLog.logGroupArn, format: JSON.stringify(accessLine) },
      defaultRouteSettings: { throttlingRateLimit: 200, throttlingBurstLimit: 400, detailedMetricsEnabled: false },
    });
    new CfnOutput(this, 'ApiUrl', { value: this.api.apiEndpoint });
    new CfnOutput(this, 'TableName', { value: data.table.tableName });
    new CfnOutput(this, 'UserPoolId', { value: data.userPool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: data.client.userPoolClientId });
  }
}
