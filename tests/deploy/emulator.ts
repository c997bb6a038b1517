import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, untilAnswers } from '#infra/local/child.ts';
import { freePort } from '#infra/local/free-port.ts';
import { startTlsFront } from './tls-front.ts';

/** The emulator and what it checks tokens with, pinned. */
const packages = ['ministack==1.5.33', 'cryptography==50.0.2'];
const home = join(process.cwd(), 'node_modules/.cache/emulator');

export type Emulator = {
  /** What every program that talks to it needs in its environment. */
  env: Record<string, string>;
  output: () => string;
  stop: () => Promise<void>;
};

/** Makes the emulator's own Python environment, once. */
function install(): string {
  const program = join(home, packages.join('_').replaceAll('=', ''), 'bin/ministack');
  if (existsSync(program)) return program;
  const folder = join(program, '../..');
  rmSync(folder, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  execFileSync(join(folder, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', ...packages], {
    stdio: 'inherit',
  });
  return program;
}

/**
 * Starts an AWS emulator on a free loopback port, with rights enforced: a function may do there what its role
 * allows and nothing else.
 */
export async function startEmulator(): Promise<Emulator> {
  const program = install();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'commonplace-emulator-'));
  const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'us-east-1' };
  const child = startChild(program, [], {
    cwd: folder,
    env: {
      ...credentials,
      // Its functions run on the Node.js that runs us.
      PATH: `${join(process.execPath, '..')}:${process.env.PATH}`,
      HOME: folder,
      TMPDIR: folder,
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: 'localhost',
      GATEWAY_PORT: String(port),
      AUTH: 'true',
      IOT_MTLS_ENABLED: 'false',
      SFTP_ENABLED: 'false',
      LOG_LEVEL: 'WARNING',
    },
  });
  const end = async () => {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilAnswers(`http://127.0.0.1:${port}/_ministack/health`, child, 'The emulator');
    const front = await startTlsFront(port);
    return {
      env: { ...credentials, AWS_ENDPOINT_URL: front.endpoint, AWS_EC2_METADATA_DISABLED: 'true' },
      output: child.output,
      stop: () => front.stop().then(end),
    };
  } catch (error) {
    await end();
    throw error;
  }
}
