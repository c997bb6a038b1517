import type { Handler } from '#functions/http/handler.ts';

/** Nobody is asked whose token it is: one that the pool does not know is refused when it is used. */
export const keepSession: Handler<'keepSession'> = async ({ body }, { cookie }) => {
  cookie.keep(body.refreshToken);
  return { kept: true };
};
