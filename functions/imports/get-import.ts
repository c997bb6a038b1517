import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { jobOf, requireImport } from './reader.ts';

export const getImport: Handler<'getImport'> = async ({ params }, context) => {
  await requireAccount(context);
  return { import: jobOf(await requireImport(context.caller.personId, params.importId)) };
};
