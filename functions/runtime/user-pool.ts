import { AppError } from '#shared/app-error.ts';
import { environment } from './environment.ts';
import { log } from './log.ts';

/** Why the pool does not do what is asked, where that lies with the account or its token. */
export type Refusal = { type: string; message: string };
const theirs =
  /NotAuthorizedException|UserNotFoundException|UserNotConfirmedException|PasswordResetRequiredException|InvalidParameterException/;

/**
 * One call of the user pool's JSON API.
 * @throws try_again where the pool does not answer, or is busy; tokens get into no message
 */
export async function askUserPool<Answer>(
  action: string,
  input: object,
): Promise<{ answer: Answer; refusal?: undefined } | { answer?: undefined; refusal: Refusal }> {
  const response = await fetch(environment.cognitoEndpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(5000),
  }).catch((error: unknown) => {
    log('warn', 'user pool unreachable', { error: String(error) });
    throw new AppError('try_again');
  });
  // What is no JSON would be quoted in its error.
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body) return { answer: body as Answer };
  const { __type: type = '', message = '' } = (body ?? {}) as { __type?: string; message?: string };
  if (theirs.test(type)) return { refusal: { type, message } };
  log('warn', 'user pool refused', { status: response.status, type });
  throw new AppError('try_again');
}
