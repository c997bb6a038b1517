import type { PersonContext } from '#functions/http/handler.ts';
import { addToList } from '#functions/lists/add-to-list.ts';
import { createList } from '#functions/lists/create-list.ts';
import { saveItem } from '#functions/saves/save-item.ts';
import { steadily } from '../steadily.ts';

const none = { params: undefined, query: undefined, body: undefined };
const saved = { private: false, shelves: [], note: '', privateNote: '', readings: [] };

/** Books that a reader may begin with, shortest first; by their Project Gutenberg numbers. */
const beginnings = [
  { gutenberg: 11, note: 'An afternoon’s reading, and never quite finished with.' },
  { gutenberg: 1661, note: 'A dozen stories, each whole in itself: read one before sleeping.' },
  { gutenberg: 844, note: 'A play, and the quickest way to laugh at the whole of a century.' },
  { gutenberg: 84, note: 'Not the film: told in letters, and kinder to its monster.' },
  { gutenberg: 174, note: 'Short chapters, long shadows.' },
  { gutenberg: 1342, note: 'Come for the first sentence, stay for the second proposal.' },
  { gutenberg: 345, note: 'Diaries and telegrams; begin in daylight.' },
];

/** Keeps the collection's links as bookmarks, so that a new site's recent saves are not empty. */
export async function keepLinks(itemIds: readonly string[], context: PersonContext): Promise<void> {
  for (const itemId of itemIds) {
    await steadily(() => saveItem({ ...none, params: { itemId }, body: { ...saved, shelf: 'to-read' } }, context));
  }
}

/** Makes the list that a new site begins with; made again, it is the same one. */
export async function makeList(books: ReadonlyMap<number, string>, context: PersonContext): Promise<void> {
  const body = {
    title: 'Where to begin with old books',
    description: 'Short, famous and free: what to read first from before your grandparents’ time. Add yours, and vote.',
    mode: 'open' as const,
  };
  const made = await steadily(() => createList({ ...none, body, idempotencyKey: 'beginnings' }, context));
  const { list } = made as { list: { id: string } };
  for (const { gutenberg, note } of beginnings) {
    const itemId = books.get(gutenberg);
    if (itemId) {
      await steadily(() => addToList({ ...none, params: { listId: list.id, itemId }, body: { note } }, context));
    }
  }
}
