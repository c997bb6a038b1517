import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { yearOf } from './year.ts';

export const getYear: Handler<'getYear'> = async ({ params: { handle, year } }) => {
  const personId = await personIdByHandle(handle);
  return yearOf({ personId, handle, year, all: false });
};
