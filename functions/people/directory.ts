import { environment } from '#functions/runtime/environment.ts';
import { log } from '#functions/runtime/log.ts';
import { AppError } from '#shared/app-error.ts';

/**
 * Deletes the account behind an access token in the user pool; one already gone is no error.
 * @throws try_again where the pool does not answer
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
  const { __type = '' } = (await response.json().catch(() => ({}))) as { __type?: string };
  if (/UserNotFoundException|NotAuthorizedException/.test(__type)) return;
  log('warn', 'user pool refused', { status: response.status, type: __type });
  throw new AppError('try_again');
}
