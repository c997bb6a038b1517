import { AppError } from '#shared/app-error.ts';
import { ownersAtMost } from '#shared/claims/rules.ts';
import { ownerRows } from './owners/table.ts';

/** That an item may have one more owner. Two at the same moment may pass: then it has one more than that. @throws too_many_owners */
export async function requireRoom(itemId: string): Promise<void> {
  const owners = await ownerRows(itemId, { strong: true });
  if (owners.length >= ownersAtMost) throw new AppError('too_many_owners', `It has ${owners.length} owners`);
}
