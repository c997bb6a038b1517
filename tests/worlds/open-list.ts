import { as, seen } from '#tests/integration/contract/call.ts';

/** An open list of one person's with this many books on it; its id, and theirs in the order they were put there. */
export async function openList(owner: string, books: number, mode: 'open' | 'closed' = 'open') {
  const by = as(owner);
  const { list } = await by.done('createList', { body: { title: `A list of ${owner}’s`, mode } });
  const items: string[] = [];
  for (let n = 0; n < books; n++) {
    const { item } = await by.done('createItem', { body: { kind: 'book', fields: { title: `Book ${n}` } } });
    await by.done('addToList', { params: { listId: list.id, itemId: item.id }, body: { note: null } });
    items.push(item.id);
  }
  return { listId: list.id, items };
}

/** What a list shows, all pages of it. */
export async function shown(listId: string) {
  const { page } = await seen('getList', { params: { listId } });
  const entries = [...page.entries];
  for (let cursor = page.next; cursor !== null; ) {
    const more = await seen('listEntries', { params: { listId }, query: { cursor } });
    entries.push(...more.entries);
    cursor = more.next;
  }
  return entries;
}

/** The points that ballots give, and by how many, counted by hand. */
export function tallyOf(ballots: Iterable<readonly string[]>): Map<string, { points: number; voters: number }> {
  const tally = new Map<string, { points: number; voters: number }>();
  for (const ballot of ballots) {
    for (const [index, itemId] of ballot.entries()) {
      const { points, voters } = tally.get(itemId) ?? { points: 0, voters: 0 };
      tally.set(itemId, { points: points + 100 - index, voters: voters + 1 });
    }
  }
  return tally;
}
