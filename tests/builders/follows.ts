import { followTarget } from '#functions/follows/follow-target.ts';
import { listHome } from '#functions/follows/list-home.ts';
import { unfollowTarget } from '#functions/follows/unfollow-target.ts';
import type { PersonContext } from '#functions/http/handler.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { type Key, type Row, writeRows } from '#functions/table/table.ts';
import type { Activity, Followable } from '#shared/follows/schema.ts';

const none = { params: undefined, query: undefined, body: undefined };

/** Begins to follow, through the operation. */
export const follow = (by: PersonContext, what: Followable, target: string) =>
  followTarget({ ...none, params: { what, target } }, by);
/** Ceases to follow, through the operation. */
export const unfollow = (by: PersonContext, what: Followable, target: string) =>
  unfollowTarget({ ...none, params: { what, target } }, by);

/** A page of somebody's home feed. */
export async function home(by: PersonContext, cursor?: string): Promise<{ entries: Activity[]; next: string | null }> {
  const answer = await listHome({ ...none, query: { cursor } }, by);
  return JSON.parse('text' in answer ? answer.text : '') as { entries: Activity[]; next: string | null };
}

/** What somebody keeps of an item, as the fact it is. */
export type Saved = { at?: string; private?: true; tags?: Set<string>; note?: string };
const saveKey = (name: string, itemId: string): Key => ({ pk: personPartition(personIdOf(name)), sk: `S#${itemId}` });

/** Writes the fact of a save as it stands from now on; none takes it away. */
export async function saved(name: string, itemId: string, save: Saved | undefined): Promise<void> {
  const about = { kind: 'link', title: `About ${itemId}`, byline: '' };
  const row: Row = { ...saveKey(name, itemId), type: 'save', itemId, by: name, about, ...save };
  await writeRows([save ? { put: row } : { delete: row }]);
}
