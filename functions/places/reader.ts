import { type KindName, kinds } from '#shared/items/kinds/registry.ts';
import type { Opening, Position } from '#shared/places/schema.ts';

export { openingsOf, shownOpening } from './open-hours.ts';

type Described = { kind: KindName; fields: Record<string, unknown> };

/** When an item is open in the days to come; undefined where it has no hours, or such that cannot be read. */
export async function openingOfItem({ kind, fields }: Described, now: Date): Promise<Opening | undefined> {
  const hours = kinds[kind].hours?.(fields);
  if (hours === undefined) return undefined;
  const { openingOf } = await import('./opening.ts');
  return openingOf({ hours, position: fields.position as Position }, now);
}
