import type { Handler } from '#functions/http/handler.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { newId } from '#shared/ids.ts';
import { targetText } from '#shared/targets.ts';
import { actById, actKey, actWrites, writeTogether } from './acts/table.ts';
import { actOf, newAct } from './log.ts';
import { onceEach } from './once-each.ts';
import { removals } from './removals.ts';
import { requireSteward } from './steward/require-steward.ts';

export const removeText: Handler<'removeText'> = async ({ params, body }, context) => {
  const { caller, now } = context;
  const by = await requireSteward(context);
  const { what, target: id } = params;
  return untilDone(async () => {
    const actId = newId();
    const removal = await removals[what]?.(id, actId);
    if (!removal) throw new AppError('nothing_to_remove');
    if (removal.removed) {
      // It may have been cut off before what was left of it was gone.
      const before = await actById(removal.removed, { strong: true });
      await removal.finish();
      if (!before) throw new AppError('nothing_to_remove');
      return { act: actOf(before) };
    }
    const { about, authorId, itemId, writes, finish } = removal;
    const named = { by, byId: caller.personId, ...(authorId ? { targetById: authorId } : {}) };
    const said = { target: targetText({ what, id }), about, words: body.words, ...(itemId ? { itemId } : {}) };
    const act = { ...newAct({ did: 'removed', ...named, ...said }, now), ...actKey(actId), id: actId };
    if (!(await writeTogether(onceEach([...actWrites(act), ...writes])))) return undefined;
    await finish();
    return { act: actOf(act) };
  });
};
