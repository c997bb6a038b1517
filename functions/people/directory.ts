import { environment } from '#functions/runtime/environment.ts';
import { log } from '#functions/runtime/log.ts';
import { AppError } from '#shared/app-error.ts';

type Refusal = { __type?: string; message?: string };

/**
 * Deletes the account behind an access token in the user pool; one already gone is no error.
 * @throws try_again where the pool does not answer, sign_in_required where the token was revoked meanwhile
 */
export async function deleteFromUserPool(accessToken: string): Promise<void> {
  const response = await fetch(environment.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.DeleteUser',
    },
    body: JSON.stringify({ AccessToken: accessToken }),
    signal: AbortSignal.timeout(5000),
  }).catch((error: unknown) => {
    log('warn', 'user pool unreachable', { error: String(error) });
    throw new AppError('try_again');
  });
  if (response.ok) return;
  const { __type = '', message = '' } = (await response.json().catch(() => ({}))) as Refusal;
  // A token that was signed out everywhere says nothing about the account: it is still there.
  if (/revoked/i.test(message)) {
    throw new AppError('sign_in_required', 'You were signed out. Sign in again to finish deleting your account.');
  }
  if (/UserNotFoundException|NotAuthorizedException/.test(__type)) return;
  log('warn', 'user pool refused', { status: response.status, type: __type });
  throw new AppError('try_again');
}
