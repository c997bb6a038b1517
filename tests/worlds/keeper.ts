import * as z from 'zod/mini';
import { tagsPerPersonAndItem } from '#shared/tags/rules.ts';
import { tag } from '#shared/tags/schema.ts';
import { line, prose } from '#shared/text.ts';
import { scripts } from '#tests/builders/scripts.ts';
import { as } from '#tests/integration/contract/call.ts';
import { hostileStrings } from '#tests/integration/contract/hostile-strings.ts';

const texts = [...new Set([...scripts, ...hostileStrings])];
const taken = <T>(schema: z.ZodMiniType<T>) =>
  texts.flatMap((text) => {
    const read = z.safeParse(schema, text);
    return read.success ? [read.data] : [];
  });

/** Hostile text that is taken as a title, a note, and a tag; each as it is kept. */
export const hostile = {
  titles: taken(line(300)),
  notes: taken(prose(2000)).filter((text) => text !== ''),
  tags: [...new Set(taken(tag))],
};

/** Items of every kind, from somebody else. */
export async function itemsToKeep(): Promise<{ book: string; numbered: string; place: string; link: string }> {
  const add = async (kind: string, fields: Record<string, unknown>) =>
    (await as('librarian').done('createItem', { body: { kind, fields } })).item.id;
  await as('librarian').done('chooseHandle', { body: { handle: 'librarian' } });
  return {
    book: await add('book', {
      title: 'Frankenstein; or, "The Modern"',
      authors: ['Mary Shelley', 'Somebody Else'],
      year: 1818,
      gutenberg: 84,
      isbn: '9780141439471',
    }),
    numbered: await add('book', { title: '=Numbered by ISBN', authors: ['Ann Author'], isbn: '9780306406157' }),
    place: await add('place', { name: 'Café <Zürich>', position: { latitude: 48.2, longitude: 16.37 } }),
    link: await add('link', { url: 'https://example.org/shared?a=1&b="2"', title: 'Shared & "kept" <b>here</b>' }),
  };
}

/** Somebody who keeps something of everything: public and for themselves, shelved, noted, dated, read and reviewed. */
export async function keeper(name: string, { book, numbered, place, link }: Awaited<ReturnType<typeof itemsToKeep>>) {
  const me = as(name);
  await me.done('chooseHandle', { body: { handle: name } });
  const save = (itemId: string, body: Record<string, unknown>) =>
    me.done('saveItem', { params: { itemId }, body: { private: false, ...body } });
  await save(book, {
    shelf: 'read',
    shelves: ['favourites', 'winter-2024'],
    note: 'Two lines:\nthe second one, "quoted" & <tagged>',
    privateNote: '=1+1 for me alone',
    tags: ['gothic', 'to-keep'],
    readings: [
      { started: '2019-01-02', finished: '2019-02-03', progress: [{ on: '2019-01-10', page: 120 }] },
      { started: '2024-02-01', finished: '2024-02-29', progress: [{ on: '2024-02-10', percent: 40 }] },
    ],
    at: '2018-12-24T12:00:00Z',
  });
  await me.done('postReview', {
    params: { itemId: book },
    body: { rating: 4.5, text: 'Better than\n\n**the films**.', experiencedOn: '2024-02-29' },
  });
  await me.done('postReview', {
    params: { itemId: book },
    body: { rating: 5, text: 'Better still.', experiencedOn: '2024-02-29', revision: 1 },
  });
  await save(numbered, {
    private: true,
    shelf: 'stopped',
    privateNote: 'Gave up.',
    readings: [{ started: '2020-01-01', stopped: true }],
    at: '2020-01-01T12:00:00Z',
  });
  await save(place, { shelf: 'want-to-go', note: '+43 1 000', tags: ['vienna'], at: '2021-06-07T08:09:10Z' });
  await save(link, {
    private: true,
    shelf: 'to-read',
    note: '@somebody said so',
    tags: ['web', 'later'],
    at: '2022-03-04T05:06:07Z',
  });
  for (const [n, title] of hostile.titles.entries()) {
    // Each tag stands alone and among the nine after it; ten with every save would be most of what a test writes.
    const tags = hostile.tags.slice(n % hostile.tags.length).slice(0, n % 16 === 0 ? 10 : 1);
    const body = {
      url: `https://example.org/hostile/${n}`,
      title,
      tags,
      note: hostile.notes[n % hostile.notes.length],
    };
    await me.done('saveAddress', {
      body: {
        ...body,
        private: n % 2 === 0,
        privateNote: hostile.notes[(n + 7) % hostile.notes.length],
        at: '2023-01-02T03:04:05Z',
      },
    });
  }
  await me.done('castVote', { params: { itemId: book }, body: { value: 'up' } });
  await me.done('applyTag', { params: { itemId: place, tag: 'vienna' } });
  return { tagsAtOnce: tagsPerPersonAndItem };
}
