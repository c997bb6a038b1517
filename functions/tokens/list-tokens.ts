import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { tokenOf } from './reader.ts';
import { tokensOf } from './table.ts';

export const listTokens: Handler<'listTokens'> = async (_input, context) => {
  const [rows] = await Promise.all([tokensOf(context.caller.personId), requireAccount(context)]);
  return { tokens: rows.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1)).map(tokenOf) };
};
