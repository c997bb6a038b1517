import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import { contributionsPartition, type Profile } from './table.ts';

/** A line on a person's page; `id` is the item's or the review's. */
export function contributionEntry(personId: string, id: string, at: string, shown: Record<string, unknown>): Entry {
  return { pk: contributionsPartition(personId), sk: `${at}#${id}`, type: 'entry', card: JSON.stringify(shown) };
}

/** Who is credited with a contribution, where that changed: one more for the new author, one less for the old. */
export function creditContributions(
  counted: 'items' | 'reviews',
  was: string | undefined,
  is: string | undefined,
): Contribution[] {
  if (was === is) return [];
  const credit = (id: string | undefined, change: 1 | -1): Contribution[] =>
    id === undefined
      ? []
      : [
          {
            standing: 'person',
            id,
            fold: (standing) => {
              standing[counted] += change;
            },
          },
        ];
  return [...credit(was, -1), ...credit(is, 1)];
}

/** Somebody took a handle, or left: the site has one more, or one less. */
export function profileContributions({ before, after }: Change): Contribution[] {
  const has = (profile: Change['after']) => Number((profile as Profile | undefined)?.handle !== undefined);
  const change = has(after) - has(before);
  if (change === 0) return [];
  return [
    {
      standing: 'site',
      id: '',
      fold: (standing) => {
        standing.people += change;
      },
    },
  ];
}
