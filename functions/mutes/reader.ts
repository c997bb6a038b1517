import { requireOpen } from '#functions/people/reader.ts';
import { hiddenBy, type Mutable } from '#shared/mutes/rules.ts';
import { profileAndMutes } from './table.ts';

export { isMutesRow, mutesOf } from './table.ts';

/** Tells what a person does not want to see; in the same round trip, that the account is there. @throws account_deleted */
export async function hiddenFrom(personId: string): Promise<(line: Mutable) => boolean> {
  const { profile, muted } = await profileAndMutes(personId);
  requireOpen(profile);
  return hiddenBy(muted);
}
