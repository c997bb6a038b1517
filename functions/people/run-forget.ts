import { log } from '#functions/runtime/log.ts';
import { emptyShelves } from '#functions/saves/reader.ts';
import { emptyRemains } from '#functions/table/empty-list.ts';
import { deletePersonRows, leaversSoFar } from './table.ts';

/** By then the projector has seen the last that was written of an account. */
const settled = 24 * 3_600_000;

/**
 * The scheduled job: the numbers of a former member's shelves stand at zero, but the rows are named after shelves and tags,
 * private ones too. They go a day after the account did; where one is not at zero yet, the next day looks again. What was left
 * of the wordings of something withdrawn goes, too.
 */
export async function runForget(now = new Date()): Promise<void> {
  const due = (await leaversSoFar()).filter(({ at }) => now.getTime() - Date.parse(at) >= settled);
  for (const leaver of due) {
    const { rows, rest } = await emptyShelves(leaver.personId);
    await deletePersonRows(rest > 0 ? rows : [...rows, leaver]);
  }
  const remains = await emptyRemains();
  log('info', 'forgotten', { people: due.length, remains });
}
