import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { shelfCountsOf } from './shelves.ts';

export const getShelves: Handler<'getShelves'> = async ({ params }) =>
  shelfCountsOf(await personIdByHandle(params.handle), (standing) => standing.public);
