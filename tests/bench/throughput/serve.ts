import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { anyCredentials } from '#infra/local/engine.ts';
import type { Ready, Start, Usage } from './server.ts';

export type Server = Ready & { ask: (wish: 'usage' | 'drain') => Promise<Usage>; stop: () => Promise<void> };

/** Starts the functions and their gateway on a table; the process is as in production. */
export async function serve(start: Start, endpoint: string, tableName: string): Promise<Server> {
  const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // One machine sends as much as a crowd: what one person may is a million times more.
    env: {
      ...process.env,
      LIMIT_FACTOR: '1000000',
      ...anyCredentials,
      DYNAMODB_ENDPOINT: endpoint,
      TABLE_NAME: tableName,
      LOG_LEVEL: 'info',
    },
  });
  const answer = async <T>() => {
    const done = new AbortController();
    const { signal } = done;
    const gone = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('The server ended by itself')));
    gone.catch(() => {});
    const [message] = (await Promise.race([once(child, 'message', { signal }), gone])) as [T];
    done.abort();
    return message;
  };
  const ready = answer<Ready>();
  child.send(start);
  return {
    ...(await ready),
    ask: (wish) => {
      const told = answer<Usage>();
      child.send(wish);
      return told;
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
