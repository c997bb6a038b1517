import { revisionKey } from '#functions/revisions/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import type { Row } from '#functions/table/table.ts';
import { factOf } from './patrols/fact.ts';
import { patrolsCredited, unlinkPatrol } from './patrols/table.ts';

/** Takes a person’s name off the revisions that they marked as reviewed; the marks stay. */
export async function unlinkPatrols(personId: string, rows: readonly Row[]): Promise<void> {
  const marked = patrolsCredited(rows).flatMap((id) => {
    const [itemId = '', n = ''] = id.split('.');
    const fact = factOf(itemId, Number(n));
    // The mark of the first one is copied when there is a second.
    return n === '1' ? [fact, revisionKey(itemId, 1)] : [fact];
  });
  await atMost(20, marked, (fact) => unlinkPatrol(fact, personId));
}
