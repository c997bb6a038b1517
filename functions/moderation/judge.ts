import { requireOpen } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { isUndoneBy } from '#shared/moderation/rules.ts';
import type { Act, Judgement } from '#shared/moderation/schema.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { type ActRow, beforeJudging, storeJudgement } from './acts/table.ts';
import { undoing } from './acts/undo.ts';
import { forgetBans, isBannedBy } from './bans/table.ts';
import { flagOf } from './flags/table.ts';
import { actOf } from './log.ts';

/** Whether an act is about something of a person’s, or about them, or was theirs. */
export function concerns({ byId, personId, targetById }: ActRow, who: string): boolean {
  return [byId, personId, targetById].includes(who);
}

/**
 * Gives a person’s vote on an act, or takes it back (undefined). The vote that undoes the act does so in its own transaction.
 * @throws act_not_found, not_undoable, own_act, flagged_already, account_deleted
 */
export async function judge(
  who: string,
  actId: string,
  judgement: Judgement | undefined,
  now: Date,
): Promise<{ act: Act }> {
  return untilDone(async () => {
    const { profile, act, vote } = await beforeJudging(who, actId);
    requireOpen(profile);
    if (!act) throw new AppError('act_not_found');
    if (vote?.judgement === judgement) return { act: actOf(act) };
    if (act.undone) {
      if (judgement === undefined) return { act: actOf(act) };
      throw new AppError('not_undoable');
    }
    if (judgement && concerns(act, who)) throw new AppError('own_act');
    // A ban that another one replaced, or that was cleared away: there is nothing to lift.
    if (judgement && act.did === 'banned' && !(await isBannedBy(act.personId, actId)))
      throw new AppError('not_undoable');
    // Who flagged it is counted on the act’s side already.
    if (judgement && act.target && (await flagOf(act.target, who))) throw new AppError('flagged_already');
    const change = (name: Judgement) => Number(judgement === name) - Number(vote?.judgement === name);
    const votes = { agree: act.agree + change('agree'), disagree: act.disagree + change('disagree') };
    const undo = isUndoneBy({ ...votes, needs: act.needs ?? Number.POSITIVE_INFINITY })
      ? await undoing(act, { rule: 'votes' }, now)
      : undefined;
    const failed = await storeJudgement(
      act,
      who,
      { judgement, at: isoSeconds(now) },
      { ...votes, ...(undo ? { undone: undo.act.id } : {}), also: undo?.writes ?? [] },
    );
    if (failed === 'account') throw new AppError('account_deleted');
    if (failed) return undefined;
    if (undo && act.personId) forgetBans(act.personId);
    return { act: actOf({ ...act, ...votes, ...(undo ? { undone: undo.act.id } : {}) }) };
  });
}
