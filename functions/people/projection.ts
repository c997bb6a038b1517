import type { Entry } from '#functions/projections/change.ts';
import { contributionsPartition } from './table.ts';

/** A line on a person's page; `id` is the item's or the review's. */
export function contributionEntry(personId: string, id: string, at: string, shown: Record<string, unknown>): Entry {
  return { pk: contributionsPartition(personId), sk: `${at}#${id}`, type: 'entry', card: JSON.stringify(shown) };
}
