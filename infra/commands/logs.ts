import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { findAccount } from './deployment/account.ts';
import { readOptions } from './deployment/options.ts';
import { command, say } from './terminal.ts';

const groups = ['read', 'write', 'page', 'projector', 'jobs', 'access'];

/** What the functions and the gateway wrote of late, oldest first. */
command(async () => {
  const { stage, region, values } = readOptions(['function', 'minutes', 'filter'], ['errors']);
  await findAccount(region);
  const wanted = values.function ? [values.function] : groups;
  const unknown = wanted.find((name) => !groups.includes(name));
  if (unknown) throw new Error(`There is no log '${unknown}': there are ${groups.join(', ')}`);
  const minutes = Number(values.minutes ?? 60);
  if (!(minutes > 0)) throw new Error('--minutes takes a number');
  const client = new CloudWatchLogsClient({ region });
  const lines: { at: number; group: string; message: string }[] = [];
  for (const group of wanted) {
    let nextToken: string | undefined;
    do {
      const page = await client.send(
        new FilterLogEventsCommand({
          logGroupName: `/commonplace/${stage}/${group}`,
          startTime: Date.now() - minutes * 60_000,
          filterPattern: values.errors ? '{ $.level = "error" }' : values.filter,
          nextToken,
        }),
      );
      for (const { timestamp = 0, message = '' } of page.events ?? [])
        lines.push({ at: timestamp, group, message: message.trimEnd() });
      nextToken = page.nextToken;
    } while (nextToken);
  }
  lines.sort((a, b) => a.at - b.at);
  for (const { at, group, message } of lines) say(`${new Date(at).toISOString()} ${group.padEnd(9)} ${message}`);
  say(`${lines.length} lines of the last ${minutes} minutes`);
});
