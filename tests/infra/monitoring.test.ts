import { expect, test } from 'vitest';
import { resources, synthesise } from './synthesis.ts';

const { monitoring } = await synthesise();

test('what goes wrong is told', () => {
  const alarms = resources(monitoring, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  const names = [
    ...['read-errors', 'write-errors', 'projector-errors', 'read-throttles', 'write-throttles'],
    ...['projector-behind', 'dead-letters', 'gateway-faults', 'set-aside', 'table-throttles'],
  ];
  expect(alarms.map(({ AlarmName }) => AlarmName).sort()).toEqual(
    names.map((name) => `commonplace-trial-${name}`).sort(),
  );
  // So many cost nothing.
  expect(alarms).toHaveLength(10);
  expect(alarms.every(({ AlarmActions }) => (AlarmActions as unknown[]).length === 1)).toBe(true);
  monitoring.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'keeper@example.org' });
});

test('a change that was set aside is counted from the projector’s log', () => {
  monitoring.hasResourceProperties('AWS::Logs::MetricFilter', {
    FilterPattern: '{ $.message = "set aside" }',
    MetricTransformations: [{ MetricNamespace: 'commonplace-trial', MetricName: 'SetAside', MetricValue: '1' }],
  });
  monitoring.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'SetAside', Threshold: 1 });
});

test('the month’s cost has a bound that is told before it is reached', () => {
  monitoring.hasResourceProperties('AWS::Budgets::Budget', {
    Budget: { BudgetLimit: { Amount: 12, Unit: 'USD' }, TimeUnit: 'MONTHLY', BudgetType: 'COST' },
    NotificationsWithSubscribers: [
      {
        Notification: { NotificationType: 'ACTUAL', Threshold: 80 },
        Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'keeper@example.org' }],
      },
      { Notification: { NotificationType: 'FORECASTED', Threshold: 100 } },
    ],
  });
});

test('an emulator is spared the budget, and nothing else', async () => {
  const spared = await synthesise({ emulator: { endpoint: 'http://localhost:1' } });
  const whole = await synthesise();
  const kinds = ({ data, api, web, monitoring: watch }: typeof whole) =>
    [data, api, web, watch].flatMap((template) =>
      Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type),
    );
  expect(kinds(spared).sort()).toEqual(
    kinds(whole)
      .filter((type) => type !== 'AWS::Budgets::Budget')
      .sort(),
  );
});
