import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { bundlesOf } from './bundles/table.ts';

export const listBundles: Handler<'listBundles'> = async (_input, context) => {
  const [rows] = await Promise.all([bundlesOf(context.caller.personId), requireAccount(context)]);
  return { bundles: rows.map(({ name, tags }) => ({ name, tags })) };
};
