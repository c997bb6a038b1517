import type { Handler } from '#functions/http/handler.ts';
import { targetOf } from './reader.ts';
import { followersCount } from './table.ts';

export const countFollowers: Handler<'countFollowers'> = async ({ params }) => ({
  followers: await followersCount(await targetOf(params)),
});
