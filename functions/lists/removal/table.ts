import type { Write } from '#functions/table/table.ts';
import { type ListRow, listKey } from '../table.ts';

/** What stands in the place of a title that was taken off. */
export const removedTitle = 'Removed';
/** Takes title and description off a list as it was read, for an act of moderation (its id), which stays in their place. */
export const textRemoval = ({ id, revision }: ListRow, act: string): Write => ({
  update: listKey(id),
  set: 'SET title = :title, description = :none, removed = :act, revision = revision + :one',
  condition: 'revision = :read',
  values: { ':title': removedTitle, ':none': '', ':act': act, ':one': 1, ':read': revision },
});
