import type { PersonContext } from '#functions/http/handler.ts';
import { Memory } from '#functions/table/memory.ts';
import { AppError } from '#shared/app-error.ts';
import { type Profile, personByHandle, profileOf } from './table.ts';

export { claimIdOf, createdIdOf, digestOf, personIdOf, privateIdOf, reviewIdOf, saveIdOf } from './identity.ts';
export { contributionEntry, creditContributions, profileContributions } from './projection.ts';
export type { PersonStanding, Profile, SiteStanding } from './table.ts';
export {
  addedAfter,
  addedKey,
  earnedBy,
  handlesOf,
  ownerOf,
  peopleByHandles,
  peopleHere,
  personPartition,
  personStandingKey,
  profileKey,
  profileOf,
  siteNumbers,
  siteStandingKey,
} from './table.ts';

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
  requireOpen(profile);
  return profile;
}

/** The same, from a profile that was read already. @throws account_deleted */
export function requireOpen(profile: Profile | undefined): void {
  if (profile?.deleted) throw new AppError('account_deleted');
}

/** The id of who has exactly this handle. @throws person_not_found */
export async function personIdByHandle(handle: string): Promise<string> {
  return (await requirePerson(handle)).personId;
}

/** Who has exactly this handle, in any case; a look-alike is nobody. @throws person_not_found */
export async function requirePerson(handle: string): Promise<{ personId: string; handle: string }> {
  const found = await personByHandle(handle);
  if (!found || found.handle.toLowerCase() !== handle.toLowerCase()) throw new AppError('person_not_found');
  return found;
}

/** Who has this handle, and since when (ISO 8601). @throws person_not_found */
export async function requireProfile(handle: string): Promise<{ personId: string; handle: string; since?: string }> {
  const { personId } = await requirePerson(handle);
  const profile = await profileOf(personId);
  if (!profile?.handle) throw new AppError('person_not_found');
  return { personId, handle: profile.handle, ...(profile.at === undefined ? {} : { since: profile.at }) };
}

/** Who has a handle, and since when (ISO 8601). */
export type Member = { since?: string };
const members = new Memory<Member>();

/**
 * That a caller has a handle, which is once and for all: kept in memory. The account may have gone since, so whoever
 * relies on this holds its write to an account that is open.
 * @throws account_deleted, handle_required
 */
export function requireMember(context: PersonContext): Promise<Member> {
  return members.recall(context.caller.personId, async () => {
    const profile = await requireAccount(context);
    handleOf(profile);
    return profile?.at === undefined ? {} : { since: profile.at };
  });
}
