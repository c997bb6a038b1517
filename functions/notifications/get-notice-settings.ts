import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { environment } from '#functions/runtime/environment.ts';
import { settingsOf } from './settings/table.ts';
import { settingsFrom } from './settings/wanted.ts';

export const getNoticeSettings: Handler<'getNoticeSettings'> = async (_input, context) => {
  const [, row] = await Promise.all([requireAccount(context), settingsOf(context.caller.personId)]);
  return { settings: settingsFrom(row), mail: environment.sendsMail };
};
