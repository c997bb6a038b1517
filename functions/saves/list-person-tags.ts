import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { personTags } from './person-tags.ts';

export const listPersonTags: Handler<'listPersonTags'> = async ({ params, query }) =>
  personTags(await personIdByHandle(params.handle), query.cursor, (standing) => standing.public);
