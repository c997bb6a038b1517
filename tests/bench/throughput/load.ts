import autocannon from 'autocannon';
import type { Act } from '../stub/requests.ts';
import type { Server } from './serve.ts';

export type Load = {
  act: Act;
  connections: number;
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
  /** Requests that a second of the server's CPU pays for. */
  perCpuSecond: number;
  megabytes: number;
};

/** One request of a load. */
export type Shot = { method: 'GET' | 'PUT'; path: string; token?: string; body?: string };

const seconds = 4;

/** Sends shots for some seconds after a second of warming up, and says how many were answered with success, and how fast. */
export async function fire(server: Server, act: Act, connections: number, next: () => Shot): Promise<Load> {
  await shoot(server, 1, connections, next);
  const before = await server.ask('usage');
  const result = await shoot(server, seconds, connections, next);
  const after = await server.ask('usage');
  return {
    act,
    connections,
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx,
    perCpuSecond: result['2xx'] / (after.cpu - before.cpu),
    megabytes: Math.round(after.rss / 2 ** 20),
  };
}

function shoot({ url }: Server, duration: number, connections: number, next: () => Shot) {
  return autocannon({
    url,
    connections,
    duration,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, token, body } = next();
          const headers: Record<string, string> = {};
          if (token) headers.authorization = `Bearer ${token}`;
          if (body) headers['content-type'] = 'application/json';
          return { ...request, method, path, headers, ...(body ? { body } : {}) };
        },
      },
    ],
  });
}
