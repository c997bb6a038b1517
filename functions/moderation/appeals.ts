import type { Write } from '#functions/table/table.ts';
import { AppError } from '#shared/app-error.ts';
import type { Target } from '#shared/targets.ts';
import { type ActRow, actById, undoneWrite } from './acts/table.ts';
import { undoing } from './acts/undo.ts';
import { isBannedBy } from './bans/table.ts';

/** An act that can be appealed: a fold or a ban that stands. @throws act_not_found, not_undoable */
async function appealable(actId: string): Promise<ActRow> {
  const act = await actById(actId, { strong: true });
  if (!act) throw new AppError('act_not_found');
  if (act.undone || (act.did !== 'folded' && act.did !== 'banned')) throw new AppError('not_undoable');
  if (act.did === 'banned' && !(await isBannedBy(act.personId, actId))) throw new AppError('not_undoable');
  return act;
}

/** What an appeal against an act is about. @throws act_not_found, not_undoable */
export async function appealAbout(
  actId: string,
): Promise<{ title: string; href: string; subjects: Target[]; itemId?: string }> {
  const { about, itemId, did } = await appealable(actId);
  return {
    title: `${did === 'banned' ? 'Lift the ban' : 'Unfold'}: ${did === 'banned' ? 'a person' : about.title}`,
    href: `/moderation/${actId}`,
    subjects: [{ what: 'acts', id: actId }],
    ...(itemId ? { itemId } : {}),
  };
}

/**
 * What undoes an act because an appeal passed: the act that says so, that the other is undone, and that what it did is. All on
 * the condition that it stands. @throws act_not_found, not_undoable
 */
export async function appealWrites(actId: string, proposal: string, now: Date): Promise<Write[]> {
  const of = await appealable(actId);
  const { act, writes } = await undoing(of, { rule: 'appeal', proposal }, now);
  return [undoneWrite(of.id, act.id), ...writes];
}
