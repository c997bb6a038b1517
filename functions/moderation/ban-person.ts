import type { Handler } from '#functions/http/handler.ts';
import { requirePerson } from '#functions/people/reader.ts';
import { untilDone } from '#functions/table/until-done.ts';
import { trustInForce } from '#functions/trust/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { banNeeds } from '#shared/moderation/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { actById } from './acts/table.ts';
import { storeBan } from './bans/store.ts';
import { banOf, clearBans, forgetBans } from './bans/table.ts';
import { actOf, newAct } from './log.ts';
import { requireSteward } from './steward/require-steward.ts';

const day = 86_400_000;

export const banPerson: Handler<'banPerson'> = async ({ params, body }, context) => {
  const { caller, now } = context;
  const [by, { personId, handle }, { maturity }] = await Promise.all([
    requireSteward(context),
    requirePerson(params.handle),
    trustInForce(),
  ]);
  if (personId === caller.personId) throw new AppError('ban_yourself');
  const until = isoSeconds(new Date(now.getTime() + body.days * day));
  await clearBans(personId, now);
  return untilDone(async () => {
    const before = await banOf(personId, now);
    if (before?.until === until && before.reason === body.words) return repeated(before.act);
    const about = { title: `@${handle}`, href: `/@${handle}` };
    const said = { by, byId: caller.personId, personId, words: body.words, until, needs: banNeeds[maturity] };
    const act = newAct({ did: 'banned', about, ...said }, now);
    if (!(await storeBan(act, { act: act.id, until, reason: body.words }, before?.act))) return undefined;
    forgetBans(personId);
    return { act: actOf(act) };
  });
};

/** A request that was sent again, within the same second. */
async function repeated(actId: string) {
  const act = await actById(actId, { strong: true });
  return act && { act: actOf(act) };
}
