import type { PersonContext } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { stewardRow } from './table.ts';

/** That the caller is the steward of this site; answers their handle. @throws steward_only, account_deleted */
export async function requireSteward(context: PersonContext): Promise<string> {
  const [profile, steward] = await Promise.all([requireAccount(context), stewardRow({ strong: true })]);
  if (steward?.personId !== context.caller.personId) throw new AppError('steward_only');
  return handleOf(profile);
}
