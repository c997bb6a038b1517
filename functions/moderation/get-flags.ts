import type { Handler } from '#functions/http/handler.ts';
import { ordered } from '#functions/table/ordered.ts';
import { trustInForce } from '#functions/trust/reader.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import { needsOf } from '#shared/moderation/rules.ts';
import { targetText } from '#shared/targets.ts';
import { gateOf } from './flags/table.ts';

export const getFlags: Handler<'getFlags'> = async ({ params }) => {
  const [gate, { maturity }] = await Promise.all([
    gateOf(targetText({ what: params.what, id: params.target })),
    trustInForce(),
  ]);
  const { flags = 0, weight = 0, reasons = {}, round = 0, folded } = gate ?? {};
  return {
    flags,
    weight,
    reasons: ordered(reasons),
    needs: needsOf(maturity, round),
    folded: foldOf(folded) ?? null,
  };
};
