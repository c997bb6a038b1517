import { spawn } from 'node:child_process';
import { request } from '#infra/commands/deployment/edge-request.ts';
import { type Deployed, findDeployed } from '#infra/commands/deployment/outputs.ts';

export const region = 'us-east-1';
export const stage = 'trial';
/** What every command is told. */
export const ofStage = ['--stage', stage, '--region', region];
const emulator = process.env.AWS_ENDPOINT_URL ?? '';

/** Where the stage is, asked anew after each deployment. */
export const deployed = (): Promise<Deployed> => findDeployed(region, stage);

/** Runs one of the project's commands as a person would; answers what it printed. */
export async function run(name: string, args: string[] = [], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, [`infra/commands/${name}.ts`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let printed = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} failed:\n${printed}\n${complained.slice(-3000)}`);
  return printed + complained;
}

export type Json = { [name: string]: unknown };

/** One request to the deployed gateway. */
export async function call(
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object } = {},
): Promise<{ status: number; body: Json }> {
  const { apiUrl } = await deployed();
  const answer = await request(
    apiUrl + path,
    {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
      },
      body: body ? JSON.stringify(body) : undefined,
    },
    emulator,
  );
  return { status: answer.status, body: answer.text ? (JSON.parse(answer.text) as Json) : {} };
}

/** Asks again until an answer is as it should be. */
export async function eventually(what: string, ask: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await ask()) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${what} did not come true within 30 seconds`);
}
