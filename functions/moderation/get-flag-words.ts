import type { Handler } from '#functions/http/handler.ts';
import { targetText } from '#shared/targets.ts';
import { flagsOn } from './flags/table.ts';
import { requireSteward } from './steward/require-steward.ts';

const most = 50;

export const getFlagWords: Handler<'getFlagWords'> = async ({ params }, context) => {
  await requireSteward(context);
  const flags = await flagsOn(targetText({ what: params.what, id: params.target }), most);
  return {
    flags: flags
      .map(({ reason, words, at }) => ({ reason, words, at }))
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
  };
};
