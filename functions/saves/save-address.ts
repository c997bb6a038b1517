import type { Handler } from '#functions/http/handler.ts';
import { saveAddressAs } from './address.ts';
import { saveFrom } from './reader.ts';
import { requirePast } from './store.ts';

export const saveAddress: Handler<'saveAddress'> = async ({ body }, context) => {
  requirePast(body.at, context.now);
  const { url, title, description, ...wanted } = body;
  const { row, added } = await saveAddressAs({ url, title, description }, wanted, context);
  return { save: saveFrom(row), added };
};
