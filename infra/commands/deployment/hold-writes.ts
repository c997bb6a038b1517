import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeleteFunctionConcurrencyCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { say } from '../terminal.ts';

/**
 * Runs work while nobody can write to a stage: its `write` function may not run meanwhile, so that the gateway answers
 * 503 to whoever contributes; reading goes on. Whoever was writing is waited for. Interrupted, it leaves the stage
 * closed for writing, which the next run of the same command ends (decision 011).
 */
export async function holdWrites<T>(region: string, stage: string, work: () => Promise<T>): Promise<T> {
  const client = new LambdaClient({ region });
  const FunctionName = `commonplace-${stage}-write`;
  const { Timeout = 29 } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  say(`Nobody can write to '${stage}' from now on until this is done; run it again if it is interrupted.`);
  await client.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
  try {
    await sleep(Timeout * 1000);
    return await work();
  } finally {
    await client.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    say(`'${stage}' takes writes again.`);
  }
}
