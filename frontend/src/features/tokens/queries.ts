import { type Answer, call } from '../../client/call.ts';
import { setLoaded, useLoad } from '../../client/loads.ts';

type Tokens = Answer<'listTokens'>['tokens'];
export type Token = Tokens[number];
export type Scope = Token['scopes'][number];

const key = 'mine:tokens';
export const useTokens = () => useLoad(key, async () => (await call('listTokens', {})).tokens);

/** Makes a token; its secret is answered this once. A key each time, so that a retry makes no second one. */
export async function makeToken(name: string, scopes: Scope[], idempotencyKey: string): Promise<Answer<'createToken'>> {
  const made = await call('createToken', { body: { name, scopes } }, { idempotencyKey });
  setLoaded<Tokens>(key, (before) => before && [made.token, ...before.filter(({ id }) => id !== made.token.id)]);
  return made;
}

export async function revoke(id: string): Promise<void> {
  await call('revokeToken', { params: { tokenId: id } });
  setLoaded<Tokens>(key, (before) => before?.filter((one) => one.id !== id));
}
