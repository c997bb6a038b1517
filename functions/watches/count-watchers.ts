import type { Handler } from '#functions/http/handler.ts';
import { followersCount } from '#functions/relations/table.ts';
import { watchersTold } from '#shared/watches/rules.ts';
import { watchedAt } from './targets.ts';

export const countWatchers: Handler<'countWatchers'> = async ({ params }) => ({
  watchers: watchersTold(await followersCount('watch', await watchedAt(params))),
});
