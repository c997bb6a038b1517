import type { Handler } from '#functions/http/handler.ts';
import { labelsOf } from '#functions/items/reader.ts';
import { requirePerson } from '#functions/people/reader.ts';
import { ownRatings } from '#functions/votes/reader.ts';
import { type Common, compareTaste } from '#shared/taste/rules.ts';

export const getTaste: Handler<'getTaste'> = async ({ params }) => {
  const people = await Promise.all([requirePerson(params.handle), requirePerson(params.other)]);
  const [one, other] = await Promise.all(people.map(({ personId }) => ownRatings(personId)));
  const { loved, disagreed, ...numbers } = compareTaste(one ?? new Map(), other ?? new Map());
  const labels = await labelsOf([...loved, ...disagreed].map(({ itemId }) => itemId));
  const named = (common: readonly Common[]) =>
    common.flatMap(({ itemId, one, other }) => {
      const item = labels.get(itemId);
      return item ? [{ item, ratings: [one, other] }] : [];
    });
  return { ...numbers, loved: named(loved), disagreed: named(disagreed) };
};
