import type { CardRow } from '#functions/table/table.ts';
import { shareOf } from '#shared/work/rules.ts';
import type { Contributor } from '#shared/work/schema.ts';
import type { WorkerCard } from './projection.ts';

/** Contributors as they are listed, each with the share of everything that was given. */
export function contributorsFrom(rows: readonly CardRow[], whole: number): Contributor[] {
  return rows.map(({ card }) => {
    const { sum, ...shown } = JSON.parse(card) as WorkerCard;
    return { ...shown, share: shareOf(sum, whole) };
  });
}
