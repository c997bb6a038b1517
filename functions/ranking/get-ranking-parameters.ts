import type { Handler } from '#functions/http/handler.ts';
import { adjustable, differences, parametersWith, rankingVersion } from '#shared/ranking/parameters.ts';
import type { RankingVersionMade } from '#shared/ranking/schema.ts';
import { versionsMade } from './versions/table.ts';

export const getRankingParameters: Handler<'getRankingParameters'> = async () => {
  const { versions, reranking } = await versionsMade();
  const last = versions.at(-1);
  const made = versions.map(({ version, at, proposal, summary, values }, index): RankingVersionMade => {
    const before = versions[index - 1]?.values ?? {};
    return { version, at, proposal, summary, changed: differences(before, values) };
  });
  return {
    version: last?.version ?? rankingVersion,
    parameters: { ...parametersWith(last?.values) },
    listed: !last || (reranking?.n === last.n && reranking.done === true),
    adjustable: Object.entries(adjustable).map(([name, { least, most }]) => ({ name, least, most })),
    versions: [...made.reverse(), { version: rankingVersion, at: null, proposal: null, summary: '', changed: [] }],
  };
};
