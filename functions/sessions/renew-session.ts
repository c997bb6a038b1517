import type { Handler } from '#functions/http/handler.ts';
import { environment } from '#functions/runtime/environment.ts';
import { askUserPool } from '#functions/runtime/user-pool.ts';
import { AppError } from '#shared/app-error.ts';

type Answer = { AuthenticationResult?: { AccessToken: string; ExpiresIn: number; RefreshToken?: string } };

/** The cookie goes only where the pool refuses its token: while the pool is away, everybody stays signed in. */
export const renewSession: Handler<'renewSession'> = async (_input, { cookie }) => {
  if (!cookie.token) throw new AppError('sign_in_required');
  const { answer } = await askUserPool<Answer>('InitiateAuth', {
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    ClientId: environment.userPoolClientId,
    AuthParameters: { REFRESH_TOKEN: cookie.token },
  });
  const tokens = answer?.AuthenticationResult;
  if (!tokens) {
    cookie.clear();
    throw new AppError('sign_in_required');
  }
  if (tokens.RefreshToken) cookie.keep(tokens.RefreshToken);
  return { accessToken: tokens.AccessToken, expiresIn: tokens.ExpiresIn };
};
