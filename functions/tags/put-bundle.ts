import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { bundlesAtMost } from '#shared/tags/rules.ts';
import { storeBundle } from './bundles/table.ts';

export const putBundle: Handler<'putBundle'> = async ({ params: { bundle: name }, body }, context) => {
  await requireAccount(context);
  const tags = [...new Set(body.tags)].sort();
  const kept = await storeBundle(context.caller.personId, name, tags);
  if (kept === 'account') throw new AppError('account_deleted');
  if (kept === 'limit')
    throw new AppError('bundle_limit', `You have ${bundlesAtMost} bundles, the most one person may`);
  return { bundle: { name, tags } };
};
