import type { PersonContext } from '#functions/http/handler.ts';
import { peopleHere } from '#functions/people/reader.ts';
import type { Write } from '#functions/table/table.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { newSteward, stewardRow } from './table.ts';

/** The collection that a site begins with has a handle, too. */
const peopleBefore = 1;

/**
 * The write that makes who takes the first handle of a site its steward; none where it has or had one, where people are here
 * already, or where nobody signed in (what a command does).
 */
export async function firstSteward({ caller, now }: PersonContext, handle: string): Promise<Write[]> {
  if (caller.accessToken === '') return [];
  const [row, people] = await Promise.all([stewardRow({ strong: true }), peopleHere()]);
  if (row || people > peopleBefore) return [];
  return [{ put: newSteward(caller.personId, handle, isoSeconds(now)), condition: 'attribute_not_exists(pk)' }];
}
