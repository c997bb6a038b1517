import {
  DynamoDBClient,
  ListBackupsCommand,
  RestoreTableFromBackupCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { findAccount } from './deployment/account.ts';
import { readOptions } from './deployment/options.ts';
import { command, say } from './terminal.ts';

/** Brings a backup back as a table beside the one in use, which it leaves alone. */
command(async () => {
  const { stage, region, values } = readOptions(['backup', 'table']);
  await findAccount(region);
  const tableName = `commonplace-${stage}`;
  const client = new DynamoDBClient({ region });
  const { BackupSummaries = [] } = await client.send(new ListBackupsCommand({ TableName: tableName }));
  const newestFirst = BackupSummaries.toSorted(
    (a, b) => Number(b.BackupCreationDateTime ?? 0) - Number(a.BackupCreationDateTime ?? 0),
  );
  const backup = values.backup
    ? newestFirst.find(({ BackupName, BackupArn }) => BackupName === values.backup || BackupArn === values.backup)
    : newestFirst[0];
  if (!backup?.BackupArn)
    throw new Error(
      values.backup
        ? `${tableName} has no backup '${values.backup}': npm run backup -- --stage ${stage} lists them`
        : `${tableName} has no backup yet: npm run backup -- --stage ${stage} makes one`,
    );
  const target = values.table ?? `${backup.BackupName}-restored`;
  say(`Restoring ${backup.BackupName} as table ${target}; a large one takes an hour …`);
  await client.send(new RestoreTableFromBackupCommand({ BackupArn: backup.BackupArn, TargetTableName: target }));
  await waitUntilTableExists({ client, maxWaitTime: 6 * 3600, minDelay: 1, maxDelay: 30 }, { TableName: target });
  say(`Done. Nothing uses it yet. Look at it with:  TABLE_NAME=${target} npm run audit`);
});
