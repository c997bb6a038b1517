import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { endSubscription, subscriptionByToken } from './settings/table.ts';

export const unsubscribe: Handler<'unsubscribe'> = async ({ params: { token } }) => {
  for (let tries = 0; tries < 5; tries++) {
    const found = await subscriptionByToken(token);
    // One that ended before, or that nobody has: there is nothing to end, and whoever asks learns nothing.
    if (!found || (await endSubscription(found))) return { digest: 'off' };
  }
  throw new AppError('try_again');
};
