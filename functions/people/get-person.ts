import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { requirePerson } from './reader.ts';
import { profileAndStanding } from './table.ts';

export const getPerson: Handler<'getPerson'> = async ({ params }) => {
  const { personId } = await requirePerson(params.handle);
  const { profile, standing } = await profileAndStanding(personId);
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
