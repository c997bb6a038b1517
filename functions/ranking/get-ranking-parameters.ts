import type { Handler } from '#functions/http/handler.ts';
import { parameters, rankingVersion } from '#shared/ranking/parameters.ts';

export const getRankingParameters: Handler<'getRankingParameters'> = () =>
  Promise.resolve({ version: rankingVersion, parameters: { ...parameters } });
