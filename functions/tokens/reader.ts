import { personIdOf } from '#functions/people/reader.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { tokenStart } from '#shared/tokens/rules.ts';
import type { ApiToken, Scope } from '#shared/tokens/schema.ts';
import { isSecret, unseal } from './seal.ts';
import { noteDay, type TokenRow, tokenById } from './table.ts';

export { tokenKeys, tokensOf } from './table.ts';

/** Whose a token is, and what for. */
export type Holder = { tokenId: string; sub: string; personId: string; scopes: readonly Scope[]; used?: string };

/** A token as its owner sees it. */
export const tokenOf = ({ id, name, scopes, at, used }: TokenRow): ApiToken => ({
  id,
  name,
  scopes,
  start: tokenStart(id),
  created: at.slice(0, 10),
  used: used ?? null,
});

/** Who holds a token; undefined where it is none, or no longer. 1 read unit. */
export async function holderOf(token: { id: string; secret: string }): Promise<Holder | undefined> {
  const row = await tokenById(token.id);
  if (!row || !isSecret(token.secret, row.hash)) return undefined;
  const sub = unseal(row.owner, token.secret, row.id);
  return { tokenId: row.id, sub, personId: personIdOf(sub), scopes: row.scopes, used: row.used };
}

/** Notes that a token was used, once a day; a request never fails for it. */
export async function noteUse({ tokenId, used }: Holder, now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  if (used === day) return;
  await noteDay(tokenId, day).catch((error: unknown) => log('warn', 'token use not noted', errorFields(error)));
}
