import { askUserPool } from '#functions/runtime/user-pool.ts';
import { AppError } from '#shared/app-error.ts';

/**
 * Deletes the account behind an access token in the user pool; one already gone is no error.
 * @throws try_again where the pool does not answer, sign_in_required where the token was revoked meanwhile
 */
export async function deleteFromUserPool(accessToken: string): Promise<void> {
  const { refusal } = await askUserPool('DeleteUser', { AccessToken: accessToken });
  if (!refusal) return;
  // A token that was signed out everywhere says nothing about the account: it is still there.
  if (/revoked/i.test(refusal.message)) {
    throw new AppError('sign_in_required', 'You were signed out. Sign in again to finish deleting your account.');
  }
  if (!/UserNotFoundException|NotAuthorizedException/.test(refusal.type)) throw new AppError('try_again');
}
