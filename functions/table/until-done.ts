import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#shared/app-error.ts';

/** Tries a change again that another one overtook (undefined), after a moment that grows. @throws try_again */
export async function untilDone<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 12; tries++) {
    if (tries > 0) await sleep(Math.min(200, 10 * 2 ** tries) * Math.random());
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new AppError('try_again');
}
