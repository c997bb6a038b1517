import {
  DescribeTableCommand,
  DynamoDBClient,
  ListBackupsCommand,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { say } from '../terminal.ts';

type Wish = { stage: string; region: string; backup?: string; at?: string; table?: string };

/** Brings a table beside the live one, from a backup or a moment; one of that name that is there already is taken. */
export async function tableBeside({ stage, region, backup, at, table }: Wish): Promise<string> {
  if (backup && at) throw new Error('--backup and --at are asked for at once: which?');
  const client = new DynamoDBClient({ region });
  const source = `commonplace-${stage}`;
  if (table && (await exists(client, table))) return table;
  const target = at
    ? await fromMoment(client, source, at, table)
    : await fromBackup(client, source, backup, table, stage);
  await waitUntilTableExists({ client, maxWaitTime: 6 * 3600, minDelay: 1, maxDelay: 30 }, { TableName: target });
  return target;
}

async function exists(client: DynamoDBClient, TableName: string): Promise<boolean> {
  try {
    await client.send(new DescribeTableCommand({ TableName }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return false;
    throw error;
  }
}

async function fromMoment(client: DynamoDBClient, source: string, at: string, table: string | undefined) {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) throw new Error(`--at ${at} is no time; 2026-11-22T10:00:00Z is one`);
  const target = table ?? `${source}-at-${moment.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  say(`Restoring ${source} as it was at ${moment.toISOString()} as table ${target}; a large one takes an hour …`);
  await client.send(
    new RestoreTableToPointInTimeCommand({ SourceTableName: source, TargetTableName: target, RestoreDateTime: moment }),
  );
  return target;
}

async function fromBackup(
  client: DynamoDBClient,
  source: string,
  wanted: string | undefined,
  table: string | undefined,
  stage: string,
) {
  const { BackupSummaries = [] } = await client.send(new ListBackupsCommand({ TableName: source }));
  const newestFirst = BackupSummaries.toSorted(
    (a, b) => Number(b.BackupCreationDateTime ?? 0) - Number(a.BackupCreationDateTime ?? 0),
  );
  const backup = wanted
    ? newestFirst.find(({ BackupName, BackupArn }) => BackupName === wanted || BackupArn === wanted)
    : newestFirst[0];
  if (!backup?.BackupArn)
    throw new Error(
      wanted
        ? `${source} has no backup '${wanted}': npm run backup -- --stage ${stage} lists them`
        : `${source} has no backup yet: npm run backup -- --stage ${stage} makes one; --at 2026-11-22T10:00:00Z goes back to a moment`,
    );
  const target = table ?? `${backup.BackupName}-restored`;
  say(`Restoring ${backup.BackupName} as table ${target}; a large one takes an hour …`);
  await client.send(new RestoreTableFromBackupCommand({ BackupArn: backup.BackupArn, TargetTableName: target }));
  return target;
}
