import type { Handler } from '#functions/http/handler.ts';
import { followersCount } from '#functions/relations/table.ts';
import { targetOf } from './reader.ts';

export const countFollowers: Handler<'countFollowers'> = async ({ params }) => ({
  followers: await followersCount('follow', await targetOf(params)),
});
