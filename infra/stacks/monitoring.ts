import { type App, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { ApiStack } from './api.ts';
import type { DataStack } from './data.ts';
import type { Settings } from './settings.ts';

type Watched = { name: string; metric: IMetric; threshold: number; periods?: number; says: string };

/** Who is told when something goes wrong or dear, and a page of graphs to look at then. */
export class MonitoringStack extends Stack {
  constructor(app: App, settings: Settings, data: DataStack, api: ApiStack) {
    const { stage, region, account, email, budget, emulator } = settings;
    super(app, `commonplace-${stage}-monitoring`, {
      env: { region, account },
      description: `Commonplace ${stage}: alarms, dashboard, budget`,
    });
    const topic = new Topic(this, 'alarms', { topicName: `commonplace-${stage}-alarms`, enforceSSL: true });
    if (email) topic.addSubscription(new EmailSubscription(email));
    const action = new SnsAction(topic);
    const watched = this.#watched(data, api, this.#setAside(stage, api));
    for (const { name, metric, threshold, periods = 1, says } of watched) {
      const alarm = new Alarm(this, name, {
        alarmName: `commonplace-${stage}-${name}`,
        alarmDescription: says,
        metric,
        threshold,
        evaluationPeriods: periods,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(action);
    }
    this.#dashboard(stage, data, api);
    // The emulator knows no budgets.
    if (email && !emulator) this.#budget(stage, budget, email);
    if (email) new CfnOutput(this, 'Email', { value: email });
    new CfnOutput(this, 'Budget', { value: String(budget) });
  }

  /** How many changes the projector set aside: it says so in its log, and counts nothing while there are none. */
  #setAside(stage: string, { functions }: ApiStack): IMetric {
    const { logGroup } = functions.projector;
    return new MetricFilter(this, 'setAside', {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'set aside'),
      metricNamespace: `commonplace-${stage}`,
      metricName: 'SetAside',
    }).metric({ period: Duration.minutes(5), statistic: 'Sum' });
  }

  #watched(data: DataStack, { api, functions, deadLetters }: ApiStack, setAside: IMetric): Watched[] {
    const five = { period: Duration.minutes(5), statistic: 'Sum' };
    const throttles = new Metric({
      namespace: 'AWS/DynamoDB',
      metricName: 'ThrottledRequests',
      dimensionsMap: { TableName: data.table.tableName },
      ...five,
    });
    return [
      ...Object.entries(functions).map(
        ([name, lambda]): Watched => ({
          name: `${name}-errors`,
          metric: lambda.metricErrors(five),
          threshold: 1,
          says: `The function ${name} failed; its log says why (npm run logs).`,
        }),
      ),
      // The projector's throttles show in how far it is behind; ten alarms are free.
      ...(['read', 'write'] as const).map(
        (name): Watched => ({
          name: `${name}-throttles`,
          metric: functions[name].metricThrottles(five),
          threshold: 1,
          periods: 2,
          says: `More of ${name} was asked for than the account may run at once.`,
        }),
      ),
      {
        name: 'projector-behind',
        metric: functions.projector.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
        threshold: 60_000,
        periods: 2,
        says: 'Counts and rankings are more than a minute behind.',
      },
      {
        name: 'dead-letters',
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({
          period: Duration.minutes(5),
          statistic: 'Maximum',
        }),
        threshold: 1,
        says: 'The stream gave up on changes (once the cause is mended, run audit, and rebuild where it finds a difference), or a job failed twice (npm run logs -- --function jobs --minutes 10080 says why).',
      },
      {
        name: 'set-aside',
        metric: setAside,
        threshold: 1,
        says: 'The projector set a change aside that it cannot count. npm run audit says which; once the cause is mended, npm run rebuild counts it.',
      },
      { name: 'gateway-faults', metric: api.metricServerError(five), threshold: 5, says: 'Requests end in 5xx.' },
      {
        name: 'table-throttles',
        metric: throttles,
        threshold: 10,
        says: 'The table refuses requests for their number.',
      },
    ];
  }

  #dashboard(stage: string, data: DataStack, { api, functions, jobs, deadLetters }: ApiStack): void {
    const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
      new GraphWidget({ title, left, right, width: 12 });
    const lambdas = [...Object.values(functions), jobs];
    const units = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: data.table.tableName },
        statistic: 'Sum',
      });
    new Dashboard(this, 'dashboard', {
      dashboardName: `commonplace-${stage}`,
      widgets: [
        [
          graph('Requests', [api.metricCount()], [api.metricClientError(), api.metricServerError()]),
          graph('Answered in', [api.metricLatency({ statistic: 'p50' }), api.metricLatency({ statistic: 'p99' })]),
        ],
        [
          graph(
            'Functions run',
            lambdas.map((lambda) => lambda.metricInvocations()),
          ),
          graph(
            'Functions failed or refused',
            lambdas.map((lambda) => lambda.metricErrors()),
            lambdas.map((lambda) => lambda.metricThrottles()),
          ),
        ],
        [
          graph(
            'Projector behind by, and dead letters',
            [functions.projector.metric('IteratorAge', { statistic: 'Maximum' })],
            [deadLetters.metricApproximateNumberOfMessagesVisible()],
          ),
          graph('Table', [units('ConsumedReadCapacityUnits'), units('ConsumedWriteCapacityUnits')]),
        ],
      ],
    });
  }

  #budget(stage: string, usd: number, email: string): void {
    const warning = (notificationType: string, threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'EMAIL', address: email }],
    });
    new CfnBudget(this, 'budget', {
      budget: {
        budgetName: `commonplace-${stage}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: usd, unit: 'USD' },
      },
      notificationsWithSubscribers: [warning('ACTUAL', 80), warning('FORECASTED', 100)],
    });
  }
}
