import type { Handler } from '#functions/http/handler.ts';
import { createdIdOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { newSecret, tokenStart } from '#shared/tokens/rules.ts';
import { tokenOf } from './reader.ts';
import { hashOf, seal } from './seal.ts';
import { storeToken, type TokenRow, tokenById, tokenKey } from './table.ts';

/**
 * Nothing that is kept leads to the secret: a repeat under the same key finds the token and answers it without. Whoever
 * lost the first answer revokes that token and makes another.
 */
export const createToken = (async ({ body: { name, scopes }, idempotencyKey }, context) => {
  const { caller, now } = context;
  await requireAccount(context);
  const id = idempotencyKey ? createdIdOf(caller.sub, 'createToken', idempotencyKey) : newId();
  const secret = newSecret();
  const token: TokenRow = {
    ...tokenKey(id),
    type: 'token',
    id,
    personId: caller.personId,
    name,
    scopes: scopes.toSorted(),
    at: isoSeconds(now),
    hash: hashOf(secret),
    owner: seal(caller.sub, secret, id),
  };
  const failed = await storeToken(token);
  if (!failed) return { token: tokenOf(token), secret: `${tokenStart(id)}${secret}` };
  if (failed === 'account') throw new AppError('account_deleted');
  if (failed === 'limit') throw new AppError('token_limit');
  const earlier = await tokenById(id);
  if (!earlier) throw new AppError('try_again');
  return { token: tokenOf(sameRequest(earlier, token)), secret: null };
}) satisfies Handler<'createToken'>;

function sameRequest(earlier: TokenRow, { personId, name, scopes }: TokenRow): TokenRow {
  const isSame = earlier.personId === personId && earlier.name === name && `${earlier.scopes}` === `${scopes}`;
  if (!isSame) throw new AppError('idempotency_key_reused');
  return earlier;
}
