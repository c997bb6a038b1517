import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { addressName, spend } from '#functions/limits/reader.ts';
import { holderOf, noteUse } from '#functions/tokens/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { allows, readToken } from '#shared/tokens/rules.ts';
import type { Scope } from '#shared/tokens/schema.ts';
import { addressOf } from './admission.ts';
import type { Caller } from './handler.ts';

/**
 * The person whose API token a request shows: the gateway knows nothing of it, so the table is asked each time, and a
 * token that was revoked a moment ago is refused. A wrong one is counted at its address.
 * @throws sign_in_required, scope_missing, too_many_requests
 */
export async function tokenCaller(event: APIGatewayProxyEventV2, wanted: Scope, now: Date): Promise<Caller> {
  const token = readToken(/^Bearer +(\S+)$/i.exec(event.headers.authorization ?? '')?.[1] ?? '');
  if (!token) throw new AppError('sign_in_required', 'Send an API token as `Authorization: Bearer cp_…`');
  const holder = await holderOf(token);
  if (!holder) {
    await spend('wrongTokens', addressName(addressOf(event)), now);
    throw new AppError('sign_in_required', 'This is no API token, or no longer');
  }
  if (!allows(holder.scopes, wanted)) throw new AppError('scope_missing', `This needs a token for “${wanted}”`);
  await noteUse(holder, now);
  // No operation that goes by a token asks the user pool: there is no access token to ask it with.
  return { sub: holder.sub, personId: holder.personId, accessToken: '' };
}
