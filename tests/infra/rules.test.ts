import { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { readSettings } from '#infra/stacks/settings.ts';
import { synthesise } from './synthesis.ts';

test.each([
  ['as it is', {}],
  ['with a model that reads questions', { askModel: 'amazon.nova-micro-v1:0' }],
  ['with OpenSearch', { search: 'opensearch' as const }],
  ['with an inference profile', { askModel: 'eu.amazon.nova-micro-v1:0' }],
  [
    'under its own domain',
    { domain: { name: 'a.example', certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/x' } },
  ],
])('the rules of AwsSolutions find nothing that is not explained: %s', async (_, more) => {
  const { app } = await synthesise(more);
  expect(new AwsSolutionsChecks(app).validateScope(app)).toMatchObject({ success: true, violations: [] });
});

test('the stage is part of every name that is chosen', async () => {
  const { data, api, web, monitoring } = await synthesise();
  const chosen = [data, api, web, monitoring].flatMap((template) =>
    Object.values(template.toJSON().Resources as Record<string, { Properties?: Record<string, unknown> }>).flatMap(
      ({ Properties = {} }) =>
        ['TableName', 'FunctionName', 'QueueName', 'TopicName', 'AlarmName', 'LogGroupName', 'DashboardName']
          .map((key) => Properties[key])
          .filter((value): value is string => typeof value === 'string'),
    ),
  );
  expect(chosen.length).toBeGreaterThan(15);
  expect(chosen.filter((name) => !name.includes('trial'))).toEqual([]);
});

test('a stage that could not be part of a name is refused in words', () => {
  const { node } = new App({ context: { stage: 'My Stage!' } });
  expect(() => readSettings(node)).toThrow("The stage 'My Stage!' is no name");
});
