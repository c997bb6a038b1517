import type { Handler } from '#functions/http/handler.ts';
import { requirePerson } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { actById } from './acts/table.ts';
import { undo } from './acts/undo.ts';
import { banOf, forgetBans } from './bans/table.ts';
import { actOf } from './log.ts';
import { requireSteward } from './steward/require-steward.ts';

export const unbanPerson: Handler<'unbanPerson'> = async ({ params, query }, context) => {
  const [by, { personId }] = await Promise.all([requireSteward(context), requirePerson(params.handle)]);
  return untilDone(async () => {
    const ban = await banOf(personId, context.now);
    const act = ban && (await actById(ban.act, { strong: true }));
    if (!act) return { act: null };
    const done = await undo(act, { by, byId: context.caller.personId, words: query.words }, context.now);
    if (!done) return undefined;
    forgetBans(personId);
    return { act: actOf(done) };
  });
};
