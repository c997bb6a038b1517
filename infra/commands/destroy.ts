import {
  CloudFormationClient,
  DeleteStackCommand,
  UpdateTerminationProtectionCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import {
  CognitoIdentityProviderClient,
  DeleteUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DeleteTableCommand, DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { confirm } from './confirm.ts';
import { findAccount } from './deployment/account.ts';
import { emptyBucket } from './deployment/empty-bucket.ts';
import { readOptions } from './deployment/options.ts';
import { describeStack, type StackName } from './deployment/outputs.ts';
import { command, say } from './terminal.ts';

async function removeStack(region: string, stage: string, name: StackName): Promise<void> {
  if (!(await describeStack(region, stage, name))) return;
  const client = new CloudFormationClient({ region });
  const StackName = `commonplace-${stage}-${name}`;
  await client.send(new DeleteStackCommand({ StackName }));
  await waitUntilStackDeleteComplete({ client, maxWaitTime: 1800, minDelay: 1, maxDelay: 15 }, { StackName });
  say(`Removed ${StackName}`);
}

/** Takes the protection off table and accounts and removes them, with the dumps. */
async function removeData(region: string, stage: string, userPoolId: string | undefined): Promise<void> {
  const tables = new DynamoDBClient({ region });
  const TableName = `commonplace-${stage}`;
  await new CloudFormationClient({ region }).send(
    new UpdateTerminationProtectionCommand({
      StackName: `commonplace-${stage}-data`,
      EnableTerminationProtection: false,
    }),
  );
  const dumps = (await describeStack(region, stage, 'data'))?.outputs.DumpsBucketName;
  if (dumps) await emptyBucket(region, dumps);
  await removeStack(region, stage, 'data');
  await tables.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
  await tables.send(new DeleteTableCommand({ TableName }));
  if (userPoolId) {
    const pools = new CognitoIdentityProviderClient({ region });
    await pools.send(new UpdateUserPoolCommand({ UserPoolId: userPoolId, DeletionProtection: 'INACTIVE' }));
    await pools.send(new DeleteUserPoolCommand({ UserPoolId: userPoolId }));
  }
  say('Removed the table, the accounts and the public dumps');
}

command(async () => {
  const { stage, region, values } = readOptions(['confirm'], ['delete-data']);
  const account = await findAccount(region);
  const [web, api, data] = await Promise.all(
    (['web', 'api', 'data'] as const).map((name) => describeStack(region, stage, name)),
  );
  if (!web && !api && !data) throw new Error(`There is no stage '${stage}' in ${region}`);
  const deletes = values['delete-data'];
  const what = deletes
    ? `This removes stage '${stage}' of account ${account.id} WITH ALL ITS DATA: items, reviews, votes, accounts. Only backups stay.`
    : `This removes the site, the gateway and the functions of stage '${stage}' of account ${account.id}. Table and accounts stay.`;
  await confirm(stage, what, values.confirm);
  if (web?.outputs.BucketName) await emptyBucket(region, web.outputs.BucketName);
  for (const name of ['web', 'monitoring', 'api'] as const) await removeStack(region, stage, name);
  const userPoolId = Object.values(data?.outputs ?? {}).find((value) => /^[a-z0-9-]+_[A-Za-z0-9]+$/.test(value));
  if (deletes) await removeData(region, stage, api?.outputs.UserPoolId ?? userPoolId);
  else say(`The data stays: npm run deploy -- --stage ${stage} brings everything back`);
});
