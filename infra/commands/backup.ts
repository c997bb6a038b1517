import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateBackupCommand,
  DescribeBackupCommand,
  DynamoDBClient,
  ListBackupsCommand,
} from '@aws-sdk/client-dynamodb';
import { findAccount } from './deployment/account.ts';
import { stageDump } from './deployment/dump.ts';
import { readOptions } from './deployment/options.ts';
import { findDeployed } from './deployment/outputs.ts';
import { command, say } from './terminal.ts';

/** Keeps the whole table as it is now, until somebody removes that backup; says which others there are. Then makes the public dump. */
command(async () => {
  const { stage, region } = readOptions([]);
  await findAccount(region);
  const deployed = await findDeployed(region, stage);
  const { tableName } = deployed;
  const client = new DynamoDBClient({ region });
  const name = `${tableName}-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const { BackupDetails } = await client.send(new CreateBackupCommand({ TableName: tableName, BackupName: name }));
  const arn = BackupDetails?.BackupArn;
  if (!arn) throw new Error('DynamoDB names no backup');
  for (let status: string | undefined = BackupDetails.BackupStatus; status !== 'AVAILABLE'; ) {
    if (status === 'DELETED') throw new Error('The backup was removed while it was made');
    await sleep(2000);
    const { BackupDescription } = await client.send(new DescribeBackupCommand({ BackupArn: arn }));
    status = BackupDescription?.BackupDetails?.BackupStatus;
  }
  say(`Backed up ${tableName} as ${name}\n  ${arn}\n`);
  const { BackupSummaries = [] } = await client.send(new ListBackupsCommand({ TableName: tableName }));
  say(`${BackupSummaries.length} backups of this table:`);
  for (const { BackupName, BackupCreationDateTime, BackupSizeBytes } of BackupSummaries)
    say(`  ${BackupCreationDateTime?.toISOString() ?? ''}  ${BackupName}  ${BackupSizeBytes ?? 0} bytes`);
  say('Besides, any second of the last 35 days can be had back (point-in-time recovery).\n');
  await stageDump(region, deployed);
});
