import { randomBytes } from 'node:crypto';
import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { environment } from '#functions/runtime/environment.ts';
import { AppError } from '#shared/app-error.ts';
import { settingsOf, storeSettings } from './settings/table.ts';

export const putNoticeSettings: Handler<'putNoticeSettings'> = async ({ body: { site, ...wanted } }, context) => {
  const { personId, sub } = context.caller;
  const mail = environment.sendsMail;
  if (wanted.digest !== 'off' && !mail) throw new AppError('mail_not_set_up');
  const settings = { ...wanted, off: [...new Set(wanted.off)].sort() };
  const [, first] = await Promise.all([requireAccount(context), settingsOf(personId)]);
  let before = first;
  for (let tries = 0; tries < 5; tries++) {
    const subscriber = {
      personId,
      sub,
      site: new URL(site).origin,
      token: before?.token ?? randomBytes(24).toString('hex'),
      at: context.now.toISOString(),
    };
    const failed = await storeSettings(subscriber, settings, before);
    if (failed === 'account') throw new AppError('account_deleted');
    if (failed === undefined) return { settings, mail };
    before = await settingsOf(personId);
  }
  throw new AppError('try_again');
};
