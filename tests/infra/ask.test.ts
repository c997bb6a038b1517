import { expect, test } from 'vitest';
import { askModel } from '#infra/commands/deployment/context.ts';
import { checkedModel } from '#infra/stacks/settings.ts';
import { resources, statements, synthesise } from './synthesis.ts';

const rights = (all: ReturnType<typeof statements>) =>
  all.filter(({ actions }) => actions.some((action) => action.startsWith('bedrock:')));
const told = (template: Awaited<ReturnType<typeof synthesise>>['api']) =>
  resources(template, 'AWS::Lambda::Function').flatMap(([, { Properties }]) => {
    const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
    return Variables.ASK_MODEL === undefined ? [] : [[Properties.FunctionName, Variables.ASK_MODEL]];
  });

test('no model is asked unless it is wished for, and no function could', async () => {
  const { api } = await synthesise();
  expect(rights(statements(api))).toEqual([]);
  expect(told(api)).toEqual([]);
});

test('with one, what answers questions may call that model and nothing else of Bedrock', async () => {
  const model = 'amazon.nova-micro-v1:0';
  const { api } = await synthesise({ askModel: model });
  const given = rights(statements(api));
  expect(given.map(({ role, actions }) => [role.slice(0, 8), actions])).toEqual([
    ['readRole', ['bedrock:InvokeModel']],
    ['pageRole', ['bedrock:InvokeModel']],
  ]);
  for (const { resources } of given)
    expect(JSON.stringify(resources)).toContain(`:bedrock:eu-central-1::foundation-model/${model}`);
  expect(told(api).sort()).toEqual([
    ['commonplace-trial-page', model],
    ['commonplace-trial-read', model],
  ]);
  expect(api.findOutputs('AskModel')).toMatchObject({ AskModel: { Value: model } });
});

test('an inference profile brings the right to its model wherever it asks', async () => {
  const { api } = await synthesise({ askModel: 'eu.amazon.nova-micro-v1:0' });
  const text = JSON.stringify(rights(statements(api))[0]?.resources);
  expect(text).toContain(':bedrock:*::foundation-model/amazon.nova-micro-v1:0');
  expect(text).toContain('inference-profile/eu.amazon.nova-micro-v1:0');
});

test('what is wished holds until something else is, and nonsense is refused in words', () => {
  expect(askModel({}, undefined)).toBeUndefined();
  expect(askModel({ ask: 'bedrock' }, undefined)).toBe('amazon.nova-micro-v1:0');
  expect(askModel({}, 'eu.amazon.nova-lite-v1:0')).toBe('eu.amazon.nova-lite-v1:0');
  expect(askModel({ ask: 'bedrock', 'ask-model': 'mistral.small' }, 'other')).toBe('mistral.small');
  expect(askModel({ ask: 'rules' }, 'eu.amazon.nova-lite-v1:0')).toBeUndefined();
  expect(() => askModel({ ask: 'oracle' }, undefined)).toThrow("'rules' or 'bedrock'");
  expect(checkedModel('eu.amazon.nova-micro-v1:0')).toBe('eu.amazon.nova-micro-v1:0');
  for (const text of ['', 'a', '*', 'model/../other', 'Model One'])
    expect(() => checkedModel(text)).toThrow('is no model');
});
