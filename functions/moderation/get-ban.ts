import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { banOf } from './bans/table.ts';

export const getBan: Handler<'getBan'> = async ({ params }, { now }) => {
  const ban = await banOf(await personIdByHandle(params.handle), now);
  return { ban: ban ? { act: ban.act, until: ban.until, reason: ban.reason } : null };
};
