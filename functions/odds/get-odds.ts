import type { Handler } from '#functions/http/handler.ts';
import { modelNow } from './table.ts';

export const getOdds: Handler<'getOdds'> = async () => ({ model: (await modelNow()) ?? null });
