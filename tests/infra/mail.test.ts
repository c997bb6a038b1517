import { expect, test } from 'vitest';
import { checkedAddress } from '#infra/stacks/settings.ts';
import { jobEvent } from '#shared/jobs/schema.ts';
import { resources, statements, synthesise } from './synthesis.ts';

const mailRights = (all: ReturnType<typeof statements>) =>
  all.filter(({ actions }) => actions.some((action) => /^(?:ses|cognito-idp):/.test(action)));
const told = (template: Awaited<ReturnType<typeof synthesise>>['api']) =>
  resources(template, 'AWS::Lambda::Function').flatMap(([, { Properties }]) => {
    const variables = (Properties.Environment as { Variables: Record<string, unknown> }).Variables;
    return variables.MAIL_FROM === undefined ? [] : [Properties.FunctionName];
  });

test('without an address there is no mail, nor any right to send it', async () => {
  const { api } = await synthesise();
  expect(resources(api, 'AWS::SES::EmailIdentity')).toEqual([]);
  expect(mailRights(statements(api))).toEqual([]);
  expect(told(api)).toEqual([]);
});

test('with one, jobs alone may send, only from there, and ask for an address; write is told of it', async () => {
  const from = 'notes@example.org';
  const { api } = await synthesise({ mailFrom: from });
  const [identity, ...others] = resources(api, 'AWS::SES::EmailIdentity');
  expect(identity?.[1].Properties).toMatchObject({ EmailIdentity: from });
  expect(others).toEqual([]);
  const rights = mailRights(statements(api));
  expect(rights.map(({ role, actions }) => [role.slice(0, 8), actions])).toEqual([
    ['jobsRole', ['ses:SendEmail']],
    ['jobsRole', ['cognito-idp:AdminGetUser']],
  ]);
  expect(JSON.stringify(rights[0]?.resources)).toContain('identity/');
  expect(JSON.stringify(api.toJSON())).toContain(`"Condition":{"StringEquals":{"ses:FromAddress":"${from}"}}`);
  expect(told(api).sort()).toEqual(['commonplace-trial-jobs', 'commonplace-trial-write']);
  expect(api.findOutputs('MailFrom')).toMatchObject({ MailFrom: { Value: from } });
  const schedules = resources(api, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties);
  const digest = schedules.find(({ Name }) => Name === 'commonplace-trial-digest');
  expect(digest?.ScheduleExpression).toBe('cron(0 6 * * ? *)');
  expect(jobEvent.parse(JSON.parse((digest?.Target as { Input: string } | undefined)?.Input ?? ''))).toEqual({
    job: 'digest',
  });
});

test('what is no address is refused before anything is deployed', () => {
  expect(checkedAddress('notes@example.org')).toBe('notes@example.org');
  for (const text of ['', 'notes', 'a@b c', '*@example.org', 'A <a@example.org>'])
    expect(() => checkedAddress(text)).toThrow('is no mail address');
});
