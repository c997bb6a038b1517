import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { JobEvent } from '#shared/jobs/schema.ts';
import { say } from '../terminal.ts';

/** Has a stage keep now what search begins with, which the clock else does every hour. Not waited for: the clock makes up for it. */
export async function gatherSearch(region: string, stage: string): Promise<void> {
  const event: JobEvent = { job: 'index' };
  try {
    await new LambdaClient({ region }).send(
      new InvokeCommand({
        FunctionName: `commonplace-${stage}-jobs`,
        InvocationType: 'Event',
        Payload: JSON.stringify(event),
      }),
    );
  } catch (error) {
    say(`Search is gathered at the next full hour: ${error instanceof Error ? error.message : error}`);
  }
}
