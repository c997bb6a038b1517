import type { Handler } from '#functions/http/handler.ts';
import { saveAddressAs } from './address.ts';
import { saveFrom } from './reader.ts';

export const saveAddress: Handler<'saveAddress'> = async ({ body }, context) => {
  const { url, title, description, ...wanted } = body;
  const { row, added } = await saveAddressAs({ url, title, description }, wanted, context);
  return { save: saveFrom(row), added };
};
