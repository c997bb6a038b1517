import type { Handler } from '#functions/http/handler.ts';
import { engine } from './engine.ts';

export const suggest: Handler<'suggest'> = async ({ query }, { now }) => ({
  suggestions: await (await engine()).suggest(query, now),
});
