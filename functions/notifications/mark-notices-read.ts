import type { Handler } from '#functions/http/handler.ts';
import { markSeen } from './seen/mark.ts';

export const markNoticesRead: Handler<'markNoticesRead'> = async ({ body }, context) => {
  await markSeen(context, 'notifications', body);
  return { read: true };
};
