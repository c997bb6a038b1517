import type { Handler } from '#functions/http/handler.ts';
import { earnedBy, requireProfile } from '#functions/people/reader.ts';
import { levelOf, nextAfter, powersAt, signalsOf } from '#shared/trust/rules.ts';
import { trustInForce } from './reader.ts';

export const getTrust: Handler<'getTrust'> = async ({ params }, { now }) => {
  const terms = trustInForce();
  const { personId, handle, since } = await requireProfile(params.handle);
  const signals = signalsOf(await earnedBy(personId), since, now);
  const { maturity } = await terms;
  const level = levelOf(signals, await terms);
  return {
    handle,
    maturity,
    level,
    powers: powersAt(level, await terms),
    signals,
    next: nextAfter(level, await terms),
  };
};
