import { personIdOf } from '#functions/people/identity.ts';
import { profileKey } from '#functions/people/reader.ts';
import { writeRows } from '#functions/table/table.ts';
import { isoSeconds } from '#shared/ranking/time.ts';

const longAgo = Date.UTC(2024, 0, 1);

/** So many people who took a handle long ago, as facts; the projector then knows how far the site has grown. */
export async function crowd(count: number): Promise<void> {
  const at = isoSeconds(new Date(longAgo));
  const profiles = Array.from({ length: count }, (_, n) => ({
    put: { ...profileKey(personIdOf(`resident-${n}`)), type: 'profile', handle: `resident-${n}`, at },
  }));
  await writeRows(profiles);
}
