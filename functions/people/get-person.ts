import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { personByHandle, profileAndStanding } from './table.ts';

/** Who has exactly this handle (in any case); a look-alike is nobody. */
export async function personIdByHandle(handle: string): Promise<string> {
  const found = await personByHandle(handle);
  if (!found || found.handle.toLowerCase() !== handle.toLowerCase()) throw new AppError('person_not_found');
  return found.personId;
}

export const getPerson: Handler<'getPerson'> = async ({ params }) => {
  const { profile, standing } = await profileAndStanding(await personIdByHandle(params.handle));
  if (!profile?.handle) throw new AppError('person_not_found');
  const count = (name: 'items' | 'reviews' | 'saves' | 'tags' | 'usefulReceived') => standing?.[name] ?? 0;
  return {
    person: {
      handle: profile.handle,
      joined: (profile.at ?? '').slice(0, 10),
      counts: {
        items: count('items'),
        reviews: count('reviews'),
        saves: count('saves'),
        tags: count('tags'),
        usefulReceived: count('usefulReceived'),
      },
    },
  };
};
