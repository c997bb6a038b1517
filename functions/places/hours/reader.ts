import { fieldProblems, invalidInput } from '#functions/http/input.ts';
import { type KindName, kinds } from '#shared/items/kinds/registry.ts';
import type { Position } from '#shared/places/schema.ts';

type Described = { kind: KindName; fields: Record<string, unknown> };

/** What is wrong with an item's opening hours; nothing where it has none. What reads them is loaded only where there are any. */
export async function hoursProblemOf({ kind, fields }: Described): Promise<string | undefined> {
  const hours = kinds[kind].hours?.(fields);
  if (hours === undefined) return undefined;
  const { hoursProblem } = await import('../opening.ts');
  return hoursProblem({ hours, position: fields.position as Position });
}

/** That an item's opening hours, where it has any, can be read. @throws invalid_input */
export async function requireReadableHours(described: Described): Promise<void> {
  const message = await hoursProblemOf(described);
  if (message !== undefined) throw invalidInput(fieldProblems([{ path: ['hours'], message }], 'body', 'fields'));
}
