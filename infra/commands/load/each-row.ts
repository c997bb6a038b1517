import { atMost } from '#functions/runtime/concurrency.ts';
import { steadily } from '../steadily.ts';
import { showProgress } from './progress.ts';

/** Writes at once: enough to keep a database busy, few enough for a laptop. */
const atOnce = 24;

/** Does a step for every row, several at once, with progress on the terminal; what is busy is tried again. */
export async function eachRow<T, R>(name: string, rows: readonly T[], step: (row: T) => Promise<R>): Promise<R[]> {
  const progress = showProgress(name, rows.length);
  const results = await atMost(atOnce, rows, async (row) => {
    const result = await steadily(() => step(row));
    progress.step();
    return result;
  });
  progress.end();
  return results;
}
