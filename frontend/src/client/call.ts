import { routes as first } from 'virtual:contract';
import type { routes } from 'virtual:operations';
import type { OperationName, Operations } from '#shared/capabilities.ts';
import type { OutputOf, RequestOf } from '#shared/operation.ts';
import { onServer } from './on-server.ts';
import { NetworkError } from './problem.ts';

type Given<R> = { [K in keyof R as undefined extends R[K] ? never : K]: R[K] } & {
  [K in keyof R as undefined extends R[K] ? K : never]?: R[K];
};
/** What an operation is called with: only the parts it declares. */
export type Request<N extends OperationName> = Given<RequestOf<Operations[N]>>;
/** What an operation answers. */
export type Answer<N extends OperationName> = OutputOf<Operations[N]>;

type Options = { signal?: AbortSignal; idempotencyKey?: string };
type Parts = { params?: Record<string, string>; query?: Record<string, string | undefined>; body?: unknown };

type Call = <N extends keyof typeof routes>(name: N, request: Request<N>, options?: Options) => Promise<Answer<N>>;

/** Calls an operation of the contract. Throws ProblemError when refused, NetworkError when unreachable. */
export const call: Call = import.meta.env.SSR ? onServer : callOverNetwork;

const unreachable = () => {
  throw new NetworkError();
};

async function routeOf(name: keyof typeof routes) {
  return first[name] ?? (await import('virtual:operations').catch(unreachable)).routes[name];
}

async function callOverNetwork<N extends keyof typeof routes>(
  name: N,
  request: Request<N>,
  options: Options = {},
): Promise<Answer<N>> {
  const [method, template, auth] = await routeOf(name);
  const { params, query, body } = request as Parts;
  const send = async (again: boolean) => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
    // Public answers are asked for without a token, so that the edge may share them.
    if (auth === 'person') {
      const { accessToken } = await import('./tokens.ts').catch(unreachable);
      headers.authorization = `Bearer ${await accessToken(again)}`;
    }
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    if (options.signal) init.signal = options.signal;
    // The edge may answer from what it keeps; the browser asks, so that nobody sees their own page of a minute ago.
    return fetch(addressOf(template, params, query), { cache: 'no-cache', ...init }).catch((error: unknown) => {
      throw error instanceof DOMException && error.name === 'AbortError' ? error : new NetworkError();
    });
  };
  let response = await send(false);
  if (response.status === 401 && auth === 'person') response = await send(true);
  // Everything but an unkeyed POST may be repeated, and 503 says that asking again is safe.
  if (response.status === 503 && (method !== 'POST' || options.idempotencyKey)) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    response = await send(false);
  }
  if (!response.ok) throw await (await import('./problem-of.ts').catch(unreachable)).problemOf(response);
  return (await response.json().catch(unreachable)) as Answer<N>;
}

function addressOf(template: string, params: Parts['params'] = {}, query: Parts['query'] = {}): string {
  const path = template.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
