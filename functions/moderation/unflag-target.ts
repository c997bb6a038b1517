import type { Handler } from '#functions/http/handler.ts';
import { requireOpen } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { AppError } from '#shared/app-error.ts';
import { targetText } from '#shared/targets.ts';
import { beforeFlag, removeFlag } from './flags/table.ts';
import { recounted, settled } from './fold.ts';

export const unflagTarget: Handler<'unflagTarget'> = async ({ params }, { caller: { personId }, now }) => {
  const target = targetText({ what: params.what, id: params.target });
  return untilDone(async () => {
    const { profile, gate, flag } = await beforeFlag(personId, target);
    requireOpen(profile);
    if (!flag || !gate) return { withdrawn: false };
    if (flag.round < gate.round) throw new AppError('flag_spent');
    const { gate: after, also } = await settled(recounted(gate, flag, undefined), now);
    return (await removeFlag(flag, { before: gate, after, personId, also })) ? { withdrawn: true } : undefined;
  });
};
