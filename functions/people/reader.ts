import type { PersonContext } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { type Profile, profileOf } from './table.ts';

export { createdIdOf, reviewIdOf } from './identity.ts';
export { contributionEntry, creditContributions } from './projection.ts';
export type { PersonStanding, Profile } from './table.ts';
export { addedKey, ownerOf, personPartition, personStandingKey, profileKey } from './table.ts';

/**
 * The handle under which a caller contributes, from the profile row.
 * @throws account_deleted, handle_required
 */
export function handleOf(profile: Record<string, unknown> | undefined): string {
  if (profile?.deleted) throw new AppError('account_deleted');
  const handle = (profile as Profile | undefined)?.handle;
  if (!handle) throw new AppError('handle_required');
  return handle;
}

/** Refuses a caller whose account was deleted while the token still lives. */
export async function requireAccount(context: PersonContext): Promise<Profile | undefined> {
  const profile = await profileOf(context.caller.personId);
  if (profile?.deleted) throw new AppError('account_deleted');
  return profile;
}
