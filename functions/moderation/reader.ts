import type { PersonContext } from '#functions/http/handler.ts';
import type { Key } from '#functions/table/table.ts';
import { AppError } from '#shared/app-error.ts';
import { banWords } from '#shared/moderation/bans.ts';
import type { Ban } from '#shared/moderation/schema.ts';
import { actById, isActLink } from './acts/table.ts';
import { rememberedBan } from './bans/table.ts';
import { isFlagLink } from './flags/table.ts';

export { type ActRow, actById, judgementsOf } from './acts/table.ts';
export { appealAbout, appealWrites } from './appeals.ts';
export { isOneRowOfBans, moveBans } from './bans/table.ts';
export { flagsGiven } from './flags/table.ts';
export { leaveModeration } from './leave.ts';
export { actOf } from './log.ts';
export { firstSteward } from './steward/first.ts';

/** Refuses a caller who is banned, where an operation takes some things of them all the same. @throws banned */
export async function requireNotBanned({ caller, now }: PersonContext): Promise<void> {
  const ban = await rememberedBan(caller.personId, now);
  if (ban) throw new AppError('banned', banWords(ban));
}

/**
 * Refuses a caller who is banned, unless what they do is to appeal an act that concerns them: their ban, or a fold of
 * what they wrote. @throws banned
 */
export async function requireMayAppeal(context: PersonContext, actId: string): Promise<void> {
  const act = await actById(actId);
  const { personId } = context.caller;
  if (act?.personId !== personId && act?.targetById !== personId) await requireNotBanned(context);
}

/** The ban on a person as it is shown, known within half a minute; null where there is none. */
export async function shownBan(personId: string, now: Date): Promise<Ban | null> {
  const ban = await rememberedBan(personId, now);
  return ban ? { act: ban.act, until: ban.until, reason: ban.reason } : null;
}

/** Whether a row under a person is moderation’s: a vote on an act, or what leads to flags and acts. */
export const isModerationRow = (row: Key) => isActLink(row) || isFlagLink(row);
