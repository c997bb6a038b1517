import { getRow, type Key, putRow, type Row, updateRow } from '#functions/table/table.ts';

/** Who answers for the site: by person, and by handle for everybody to see. `vacant` once that account was deleted. */
export type StewardRow = Row & { type: 'steward'; personId?: string; handle?: string; since: string; vacant?: true };

export const stewardKey: Key = { pk: 'SITE', sk: 'STEWARD' };

/** The steward’s row; undefined on a site that never had one. */
export async function stewardRow(options: { strong?: boolean } = {}): Promise<StewardRow | undefined> {
  return getRow<StewardRow>(stewardKey, options);
}

/** The row that makes a person the steward from a moment on (ISO 8601). */
export function newSteward(personId: string, handle: string, since: string): StewardRow {
  return { ...stewardKey, type: 'steward', personId, handle, since };
}

/** Makes a person the steward in place of who was. */
export async function replaceSteward(personId: string, handle: string, since: string): Promise<void> {
  await putRow(newSteward(personId, handle, since));
}

/** Leaves the site without a steward, where this person was the one. */
export async function vacateStewardship(personId: string, at: string): Promise<void> {
  const row = await stewardRow({ strong: true });
  if (row?.personId !== personId) return;
  await updateRow(stewardKey, {
    UpdateExpression: 'SET vacant = :true, since = :at REMOVE personId, handle',
    ExpressionAttributeValues: { ':true': true, ':at': at },
  });
}
