import { requirePerson } from '#functions/people/reader.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { replaceSteward, stewardRow } from './table.ts';

/** Makes who has this handle the steward of the site, in place of who was: for whoever may write the table. @throws person_not_found */
export async function nameSteward(handle: string, now: Date): Promise<{ steward: string; before: string | undefined }> {
  const [person, row] = await Promise.all([requirePerson(handle), stewardRow({ strong: true })]);
  if (row?.personId !== person.personId) await replaceSteward(person.personId, person.handle, isoSeconds(now));
  return { steward: person.handle, before: row?.handle };
}
