import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { openEditsOf } from '#functions/proposals/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { windowLength } from '#shared/odds/contests.ts';
import { oddsOf } from '#shared/odds/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { editorsSince, type KnownRow, oddsRows, skillsOf } from './table.ts';

/** One round trip, and one more where others' edits stand against yours. */
export const getMyOdds: Handler<'getMyOdds'> = async ({ params: { itemId } }, context) => {
  const { personId } = context.caller;
  const since = isoSeconds(new Date(context.now.getTime() - windowLength));
  const [profile, { model, skill, difficulty, item }, editors, proposers] = await Promise.all([
    requireAccount(context),
    oddsRows(personId, itemId),
    editorsSince(itemId, since),
    openEditsOf(itemId),
  ]);
  if (!item) throw new AppError('item_not_found');
  if (!model) return { itemId, odds: null, reasons: null, at: null };
  const others = editors.filter((id) => id !== personId);
  const skills = await skillsOf(others);
  const known = (row: KnownRow | undefined) =>
    row?.version === model.at ? { value: row.value, edits: row.edits } : undefined;
  // Of whom there is too little history counts as everybody on average.
  const strength = (id: string) =>
    (known(skills.get(id))?.value ?? 0) + (item.byId === id ? (model.learned?.owner ?? 0) : 0);
  return oddsOf(model, {
    itemId,
    you: known(skill),
    isOwner: item.byId === personId,
    item: known(difficulty),
    // Who proposes counts as everybody on average: proposals are listed by handle.
    rivals: [...others.map(strength), ...proposers.filter((by) => by !== profile?.handle).map(() => 0)],
  });
};
