import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');

/** What went wrong in a run of cdk that we can say more about than it does. */
const advice: [RegExp, string][] = [
  [
    /AccessDenied|is not authorized to perform|not authorized/,
    'These credentials may not do that. The person who deploys needs an administrator’s rights in the account, at least for the first time (it makes roles).',
  ],
  [
    /ExpiredToken|token.*expired/i,
    'The AWS session has expired. Sign in again (`aws sso login`) and repeat the command: it goes on where it stopped.',
  ],
  [
    /already exists|AlreadyExists|ResourceExistenceCheck/,
    'Something by that name is there already, from another deployment or one that was removed. Choose another --stage, or remove what is named above.',
  ],
  [
    /ROLLBACK_COMPLETE|ROLLBACK_FAILED/,
    'A first deployment failed half way. Remove the stack that is named above in the CloudFormation console and deploy again.',
  ],
  [
    /TooManyRequests|Rate exceeded|Throttling/,
    'AWS asks for patience. Repeat the command in a few minutes: it goes on where it stopped.',
  ],
];

/** Runs the CDK's own command with our app. @throws what it said, with advice where we know some */
export async function cdk(args: string[], context: Record<string, string | undefined> = {}): Promise<void> {
  const options = Object.entries(context).flatMap(([name, value]) => (value ? ['-c', `${name}=${value}`] : []));
  const child = spawn(process.execPath, [program, ...args, ...options, '--no-notices'], {
    cwd: root,
    env: {
      ...process.env,
      // It starts the app with whichever node it finds first; ours runs TypeScript.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
      CDK_DISABLE_CLI_TELEMETRY: 'true',
    },
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      process.stderr.write(text);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  const known = advice.find(([pattern]) => pattern.test(said))?.[1];
  throw new Error(known ?? `cdk ${args[0]} failed; what it said is above.`);
}
