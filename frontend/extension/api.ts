import { tokenRoutes } from 'virtual:token-routes';
import type { Operations } from '#shared/capabilities.ts';
import type { OutputOf, RequestOf } from '#shared/operation.ts';
import type { Settings } from './settings.ts';

/** Why the site did not do what it was asked; `code` is stable, or `network` where no answer came. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

type Parts = { query?: Record<string, string | undefined>; body?: unknown };
type Asked = keyof typeof tokenRoutes & keyof Operations;
type Request<Name extends Asked> = Partial<Pick<RequestOf<Operations[Name]>, 'query' | 'body'>>;

/**
 * Calls an operation by API token. The token goes to the site that it was given for and nowhere else: no cookies along,
 * no redirect followed.
 * @throws Refusal
 */
export async function ask<Name extends Asked>(
  { site, token }: Settings,
  name: Name,
  request: Request<Name> = {},
): Promise<OutputOf<Operations[Name]>> {
  const [method, path] = tokenRoutes[name];
  const { query = {}, body } = request as Parts;
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const address = `${site}${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`;
  const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${token}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(address, {
    method,
    headers,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal('network', 'The site did not answer. Is its address right, and are you online?');
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer) return answer as OutputOf<Operations[Name]>;
  const { code, title, detail } = (answer ?? {}) as { code?: string; title?: string; detail?: string };
  const said = detail && detail !== title ? `${title}: ${detail}` : title;
  throw new Refusal(code ?? 'network', said ?? 'That is not an answer of a Commonplace site.');
}

/** Whether a token works here and may save. Answers whose it is. @throws Refusal */
export async function tryOut(settings: Settings): Promise<{ handle: string | null }> {
  const { handle } = await ask(settings, 'getMe');
  // What a token is for is looked at before what is sent with it: nothing is saved by this.
  await ask(settings, 'saveAddress', { body: {} as RequestOf<Operations['saveAddress']>['body'] }).catch(
    (error: unknown) => {
      if (!(error instanceof Refusal) || error.code !== 'invalid_input') throw error;
    },
  );
  return { handle };
}
