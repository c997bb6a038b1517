import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { removeToken } from './table.ts';

export const revokeToken: Handler<'revokeToken'> = async ({ params }, context) => {
  await requireAccount(context);
  await removeToken(context.caller.personId, params.tokenId);
  return { revoked: true };
};
