import { routes } from 'virtual:sessions';
import type { Operations } from '#shared/capabilities.ts';
import type { OutputOf } from '#shared/operation.ts';
import type { Request } from './call.ts';
import { NetworkError } from './problem.ts';
import { problemOf } from './problem-of.ts';

/**
 * Calls an operation on the session, which goes by the cookie alone and is heard even as the page is left.
 * Throws ProblemError when refused, NetworkError when unreachable.
 */
export async function askSession<N extends keyof typeof routes>(
  name: N,
  request: Request<N>,
): Promise<OutputOf<Operations[N]>> {
  const [method, path] = routes[name];
  const { body } = request as { body?: unknown };
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, keepalive: true };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(path, init).catch(() => {
    throw new NetworkError();
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json().catch(() => {
    throw new NetworkError();
  })) as OutputOf<Operations[N]>;
}
