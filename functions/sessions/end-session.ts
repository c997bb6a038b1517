import type { Handler } from '#functions/http/handler.ts';
import { environment } from '#functions/runtime/environment.ts';
import { askUserPool } from '#functions/runtime/user-pool.ts';

/** Signed out whatever the pool says; revoking is for a token that was copied. */
export const endSession: Handler<'endSession'> = async (_input, { cookie }) => {
  cookie.clear();
  if (cookie.token) {
    const revoked = { ClientId: environment.userPoolClientId, Token: cookie.token };
    await askUserPool('RevokeToken', revoked).catch(() => undefined);
  }
  return { ended: true };
};
