import assert from 'node:assert/strict';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describeStack } from '#infra/commands/deployment/outputs.ts';
import type { Step } from './checks.ts';
import { call, eventually, ofStage, region, run, stage } from './deployment.ts';
import { add, countsOf, link, ranked, withdrawVote } from './people.ts';

const TableName = `commonplace-${stage}`;
const describeTable = () => new DynamoDBClient({ region }).send(new DescribeTableCommand({ TableName }));

const first: Step[] = [
  [
    'deploy creates everything, says what it costs, and what it deployed answers',
    async () => {
      const printed = await run('deploy', [...ofStage, '--email', 'keeper@example.org']);
      for (const said of ["Creating stage 'trial'", '1,000 visits a day', 'all as they should be', 'Next:'])
        assert.ok(printed.includes(said), `It did not say '${said}':\n${printed}`);
    },
  ],
];

const then: Step[] = [
  [
    'deploy again changes what is wished otherwise, in place',
    async () => {
      const printed = await run('deploy', [...ofStage, '--email', 'other@example.org']);
      assert.ok(printed.includes("Updating stage 'trial'"));
      const monitoring = await describeStack(region, stage, 'monitoring');
      assert.deepEqual(monitoring?.outputs, { Email: 'other@example.org', Budget: '10' });
      assert.equal((await call('GET', `/api/items/${link.id}`)).status, 200);
    },
  ],
  ['diff finds nothing left to change', async () => assert.match(await run('diff', ofStage), /no differences/i)],
  [
    'deploy with a domain has its certificate made, and says where to point the domain',
    async () => {
      const printed = await run('deploy', [...ofStage, '--domain', 'reviews.example.org']);
      const { outputs } = (await describeStack(region, stage, 'web')) ?? {};
      assert.equal(outputs?.Url, 'https://reviews.example.org');
      assert.match(printed, new RegExp(`reviews\\.example\\.org +CNAME +${outputs?.EdgeName}`));
    },
  ],
  [
    'deploy without the domain goes back to the edge’s own name',
    async () => {
      await run('deploy', [...ofStage, '--no-domain']);
      const { outputs } = (await describeStack(region, stage, 'web')) ?? {};
      assert.equal(outputs?.Url, `https://${outputs?.EdgeName}`);
    },
  ],
  [
    'logs shows the requests that were made',
    async () => assert.match(await run('logs', [...ofStage, '--function', 'write']), /PUT \/api\/items/),
  ],
  [
    'backup keeps the table as it is, and restore brings it back beside',
    async () => {
      assert.match(await run('backup', ofStage), /Backed up commonplace-trial as.*Public dump: .*s3:\/\/\S+\/dumps\//s);
      await run('restore', [...ofStage, '--table', `${TableName}-restored`]);
      assert.match(
        await run('audit', [], { TABLE_NAME: `${TableName}-restored` }),
        /[1-9]\d* projected rows checked, 0 differ/,
      );
    },
  ],
  [
    'restore into use brings back what was there, takes away what came since, and the counts follow',
    async () => {
      const { up } = await countsOf(link.id);
      const later = await add('https://example.org/later');
      await withdrawVote();
      await eventually('The vote’s going', async () => (await countsOf(link.id)).up === up - 1);
      const asked = [...ofStage, '--table', `${TableName}-restored`, '--into-use', '--confirm'];
      await assert.rejects(run('restore', [...asked, 'other']), /nothing was done/);
      await run('restore', [...asked, stage]);
      assert.equal((await countsOf(link.id)).up, up);
      assert.equal((await call('GET', `/api/items/${later}`)).status, 404);
      assert.match(await run('audit', ofStage), /, 0 differ/);
    },
  ],
  [
    'destroy asks for the stage’s name',
    () => assert.rejects(run('destroy', [...ofStage, '--confirm', 'something']), /nothing was done/),
  ],
  [
    'destroy removes what can be made again and keeps the data',
    async () => {
      await run('destroy', [...ofStage, '--confirm', stage]);
      const left = await Promise.all(
        (['data', 'api', 'web', 'monitoring'] as const).map((name) => describeStack(region, stage, name)),
      );
      assert.deepEqual(
        left.map((stack) => stack !== undefined),
        [true, false, false, false],
      );
      assert.equal((await describeTable()).Table?.DeletionProtectionEnabled, true);
    },
  ],
  [
    'deploy after it brings everything back',
    async () => {
      await run('deploy', ofStage);
      assert.equal((await call('GET', `/api/items/${link.id}`)).status, 200);
      assert.ok((await ranked()).some(({ id }) => id === link.id));
    },
  ],
  [
    'destroy with --delete-data leaves nothing',
    async () => {
      await run('destroy', [...ofStage, '--confirm', stage, '--delete-data']);
      assert.equal(await describeStack(region, stage, 'data'), undefined);
      await assert.rejects(describeTable(), { name: 'ResourceNotFoundException' });
    },
  ],
];

export const commandsSteps = { first, then };
