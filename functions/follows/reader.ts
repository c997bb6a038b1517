import { requireItem } from '#functions/items/reader.ts';
import { requirePerson } from '#functions/people/reader.ts';
import { cutBytes } from '#shared/follows/rules.ts';
import type { Followable } from '#shared/follows/schema.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import type { Target } from '#shared/targets.ts';

export { followedAmong } from '#functions/relations/table.ts';

/** What a path names, whether the item is there or not. @throws person_not_found */
export async function targetOf({ what, target }: { what: Followable; target: string }): Promise<Target> {
  if (what === 'people') return { what, id: (await requirePerson(target)).personId };
  return { what, id: what === 'tags' ? normaliseTag(target) : target };
}

/** What a path names, with the name it is shown by. @throws person_not_found, item_not_found */
export async function requireTarget(path: {
  what: Followable;
  target: string;
}): Promise<{ target: Target; name: string }> {
  if (path.what === 'people') {
    const { personId, handle } = await requirePerson(path.target);
    return { target: { what: 'people', id: personId }, name: handle };
  }
  const target = await targetOf(path);
  if (path.what === 'tags') return { target, name: target.id };
  return { target, name: cutBytes((await requireItem(target.id)).title, 160) };
}
