import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { subscriptionByToken } from './settings/table.ts';

export const getDigest: Handler<'getDigest'> = async ({ params: { token } }) => {
  const found = await subscriptionByToken(token);
  if (!found) throw new AppError('unsubscribe_unknown');
  return { digest: found.often };
};
