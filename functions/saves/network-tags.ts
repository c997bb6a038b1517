import { followedAmong } from '#functions/follows/reader.ts';
import type { SaveCard } from '#shared/saves/schema.ts';
import { crowdTags } from '#shared/tags/rules.ts';
import { lastSavers } from './listings/table.ts';

/** The tags that those whom a person follows put on an item, among its latest savers; most used first. */
export async function networkTags(personId: string, itemId: string): Promise<string[]> {
  const savers = await lastSavers(itemId);
  const followed = await followedAmong(
    personId,
    savers.map((saver) => saver.personId),
  );
  const used: Record<string, number> = {};
  for (const { personId: saver, card } of savers) {
    if (!followed.has(saver)) continue;
    for (const tag of (JSON.parse(card) as SaveCard).tags ?? [])
      used[tag] = (Object.hasOwn(used, tag) ? (used[tag] ?? 0) : 0) + 1;
  }
  return crowdTags(used).map(({ tag }) => tag);
}
