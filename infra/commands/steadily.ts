import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy, isConflict } from '#functions/table/failures.ts';
import { AppError } from '#shared/app-error.ts';

/** Tries again, with growing pauses, what the database could not take at that moment. */
export async function steadily<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await step();
    } catch (error) {
      const passing = isBusy(error) || isConflict(error) || (error instanceof AppError && error.code === 'try_again');
      if (!passing || tries >= 8) throw error;
      await sleep(25 * 2 ** tries * (0.5 + Math.random()));
    }
  }
}
