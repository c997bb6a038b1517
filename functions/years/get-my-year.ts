import type { Handler } from '#functions/http/handler.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { yearOf } from './year.ts';

export const getMyYear: Handler<'getMyYear'> = async ({ params: { year } }, context) => {
  const handle = handleOf(await requireAccount(context));
  return yearOf({ personId: context.caller.personId, handle, year, all: true });
};
