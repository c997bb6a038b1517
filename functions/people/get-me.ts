import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from './reader.ts';

export const getMe: Handler<'getMe'> = async (_input, context) => {
  const profile = await requireAccount(context);
  return { handle: profile?.handle ?? null };
};
