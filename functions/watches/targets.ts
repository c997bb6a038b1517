import { commentById, subjectOf } from '#functions/discussions/reader.ts';
import { requireItem } from '#functions/items/reader.ts';
import { requirePerson } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { questionOf } from '#shared/discussions/targets.ts';
import { cutBytes } from '#shared/follows/rules.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { type Target, targetText } from '#shared/targets.ts';
import type { Watchable } from '#shared/watches/schema.ts';

type Path = { what: Watchable; target: string };

/** What a path names, whether it is there or not. @throws person_not_found */
export async function watchedAt({ what, target }: Path): Promise<Target<Watchable>> {
  if (what === 'people') return { what, id: (await requirePerson(target)).personId };
  return { what, id: what === 'tags' ? normaliseTag(target) : target };
}

/** What a path names, with the name it is shown by. @throws person_not_found, item_not_found, nothing_to_watch */
export async function requireWatchable(path: Path): Promise<{ target: Target<Watchable>; name: string }> {
  const target = await watchedAt(path);
  return { target, name: cutBytes(await nameOf(path, target), 160) };
}

async function nameOf({ what, target }: Path, { id }: Target): Promise<string> {
  switch (what) {
    case 'people':
      return target;
    case 'tags':
      return id;
    case 'items':
      return (await requireItem(id)).title;
    case 'comments': {
      const comment = await commentById(id);
      if (!comment || comment.withdrawn || questionOf(comment) !== id) throw new AppError('nothing_to_watch');
      return `A question on ${comment.about.title}`;
    }
    default: {
      const subject = await subjectOf(targetText({ what, id }));
      if (!subject) throw new AppError('nothing_to_watch');
      return subject.title;
    }
  }
}
