import type { Handler } from '#functions/http/handler.ts';
import { markSeen } from '#functions/notifications/reader.ts';

export const markWatchedSeen: Handler<'markWatchedSeen'> = async ({ body }, context) => {
  await markSeen(context, 'watching', body);
  return { seen: true };
};
