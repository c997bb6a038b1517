import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { removeBundleRow } from './bundles/table.ts';

export const removeBundle: Handler<'removeBundle'> = async ({ params }, context) => {
  await requireAccount(context);
  await removeBundleRow(context.caller.personId, params.bundle);
  return { bundle: null };
};
