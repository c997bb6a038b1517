import { createHash } from 'node:crypto';
import type { Handler } from '#functions/http/handler.ts';
import { addItem } from '#functions/items/create-item.ts';
import { describe } from '#functions/items/describe.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { requireReadableHours } from '#functions/places/hours/reader.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { isNewcomer } from '#shared/revisions/rules.ts';
import { firstTextWrites } from './writes.ts';

export const composeItem: Handler<'composeItem'> = async ({ body, idempotencyKey }, context) => {
  const { kind, fields, licence, text } = body;
  const described = describe(kind, fields);
  await requireReadableHours(described);
  const profile = await requireAccount(context);
  const by = handleOf(profile);
  const newcomer = isNewcomer(profile?.at, context.now);
  if (text === '') return addItem(described, { by, newcomer, licence, idempotencyKey }, context);
  const asked = createHash('sha256').update(text).digest('hex');
  const rowsOf = await firstTextWrites(text, isoSeconds(context.now));
  const also = (itemId: string) => ({ ...rowsOf(itemId), asked });
  return addItem(described, { by, newcomer, licence, idempotencyKey, also }, context);
};
