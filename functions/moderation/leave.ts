import { atMost } from '#functions/runtime/concurrency.ts';
import type { Key } from '#functions/table/table.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { leaveActs } from './acts/table.ts';
import { leaveBans } from './bans/table.ts';
import { beforeFlag, flaggedTargets, removeFlag, silenceFlag, targetsOfAuthor, unlinkFlagged } from './flags/table.ts';
import { keptOfLeaver, recounted } from './fold.ts';
import { vacateStewardship } from './steward/table.ts';

/** Whoever had thousands of things flagged leaves before the function is ended. */
const atOnce = 20;

/**
 * Takes a former member off everything here, from all of the person’s rows: what was flagged of theirs, the acts that name
 * them, their ban, the stewardship. What they wanted changed counts no more, as with proposals: their flags on what is not
 * folded, their votes against acts that stand. What was done by them, too, stays done.
 */
export async function leaveModeration(personId: string, rows: readonly Key[], at: string): Promise<void> {
  await atMost(atOnce, targetsOfAuthor(rows), unlinkFlagged);
  await atMost(atOnce, flaggedTargets(rows), (target) => untilDone(() => leaveFlag(personId, target)));
  await leaveActs(personId, rows);
  await leaveBans(personId);
  await vacateStewardship(personId, at);
}

/** Takes a former member’s flag back, or leaves it without words where it folded something or is spent; undefined where it moved on. */
async function leaveFlag(personId: string, target: string): Promise<true | undefined> {
  const { gate: before, flag } = await beforeFlag(personId, target);
  if (!flag || !before || flag.foldedBy !== undefined) return true;
  const change = { before, personId };
  let done: boolean;
  if (flag.round < before.round) done = await silenceFlag(flag, change);
  else if (before.folded) done = await silenceFlag(flag, { ...change, after: keptOfLeaver(before, flag) });
  // One less where it is not folded folds and unfolds nothing.
  else done = await removeFlag(flag, { ...change, after: recounted(before, flag, undefined), also: [] });
  return done || undefined;
}
