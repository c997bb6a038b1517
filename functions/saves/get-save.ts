import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { saveFrom } from './reader.ts';
import { publicSaveOf } from './table.ts';

export const getSave: Handler<'getSave'> = async ({ params }) => {
  const row = await publicSaveOf(await personIdByHandle(params.handle), params.itemId);
  if (!row) throw new AppError('save_not_found');
  const { privateNote: _note, address: _address, private: _private, ...save } = saveFrom(row);
  return { save };
};
