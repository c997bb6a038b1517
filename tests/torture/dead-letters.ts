import { type Row, scanRows } from '#functions/table/table.ts';
import type { Poison } from './poison.ts';
import type { World } from './world.ts';

export type DeadLetters = { poisoned: number; found: number };

/** Holds the dead letters against the poison that was written: each of it, and nothing else. */
export async function deadLettersOf(world: World, poison: Poison): Promise<DeadLetters> {
  const letters: string[] = [];
  for await (const page of scanRows()) {
    for (const row of page as Row[]) if (row.type === 'deadLetter') letters.push(JSON.stringify(row));
  }
  for (const { pk } of poison.keys) {
    const found = letters.filter((letter) => letter.includes(JSON.stringify(pk))).length;
    if (found !== 1) world.findings.add('dead letters wrong', `${pk} is among the dead letters ${found} times`);
  }
  for (const letter of letters) {
    if (!poison.keys.some(({ pk }) => letter.includes(JSON.stringify(pk))))
      world.findings.add('dead letters wrong', letter);
  }
  return { poisoned: poison.keys.length, found: letters.length };
}
