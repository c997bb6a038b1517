import { expect, it, test } from 'vitest';
import { searchBody } from '#functions/search/open-search-query.ts';
import { WordIndex } from '#functions/search/word-index.ts';
import { narrowed } from '#shared/search/filters.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import { SameTags } from '#shared/search/same-tags.ts';
import { searchQuery } from '#shared/search/schema.ts';
import { bestNames } from '#shared/tags/rules.ts';

const document = (n: number, title: string): SearchDocument => ({
  key: `items:${n}`,
  what: 'items',
  title,
  also: '',
  text: '',
  tags: [],
  at: '',
  weight: 1,
  best: -1,
});

it('a word is as common as the titles that have it, however often their things change', async () => {
  const index = await WordIndex.of();
  const before = new Map(Array.from({ length: 60 }, (_, n) => [`items:${n}`, document(n, `Number ${n} here`)]));
  const hobbit = document(99, 'The Hobbit');
  before.set(hobbit.key, hobbit);
  await index.change([...before.values()]);
  for (let n = 0; n < 60; n++) await index.change([hobbit], [], before);
  // Were it counted each time it would be common by now, and common words are not forgiven their misspellings.
  expect(index.search('hobit').map(({ key }) => key)).toEqual([hobbit.key]);
  expect(new Map((await index.kept()).inTitles).get('hobbit')).toBe(1);
  await index.change([], [hobbit.key], before);
  expect(new Map((await index.kept()).inTitles).has('hobbit')).toBe(false);
});

test('a word that is another name of a tag finds what has the tag by any of its names, and the tag', async () => {
  const index = await WordIndex.of();
  const tagged = (n: number, title: string, tags: string[]) => ({ ...document(n, title), tags });
  await index.change([
    tagged(1, 'Hypertext', ['web']),
    tagged(2, 'Gopher', ['www']),
    tagged(3, 'Dune', ['science-fiction']),
    tagged(4, 'Ubik', ['sf']),
    tagged(5, 'Science for poets', []),
    { ...document(6, 'web'), key: 'tags:web', what: 'tags' },
  ]);
  const same = new SameTags(
    bestNames([
      { tag: 'web', other: 'www' },
      { tag: 'scifi', other: 'sf' },
      { tag: 'science-fiction', other: 'scifi' },
    ]),
  );
  const found = (text: string) =>
    index
      .search(text, { same })
      .map(({ key }) => key)
      .sort();
  expect(found('www')).toEqual(['items:1', 'items:2', 'tags:web']);
  expect(found('web')).toEqual(['items:1', 'items:2', 'tags:web']);
  expect(found('gopher www')).toEqual(['items:2']);
  expect(found('hypertext www')).toEqual(['items:1']);
  for (const text of ['sf', 'scifi', 'SCI-FI', 'science fiction', 'science-fiction'])
    expect([text, found(text)]).toEqual([text, ['items:3', 'items:4']]);
  expect(found('ubik science fiction')).toEqual(['items:4']);
  expect(index.search('www').map(({ key }) => key)).toEqual(['items:2']);
  expect(same.called('www of science fiction', ['sf', 'web', 'other'])).toEqual([
    { other: 'www', tag: 'web' },
    { other: 'sf', tag: 'science-fiction' },
  ]);
});

test('a name is a name of a tag only as a whole, and a circle or a hundred names harm nobody', () => {
  const same = new SameTags(new Map(Array.from({ length: 100 }, (_, n) => [`name-${n}`, 'thing'])));
  expect(same.namesIn('a name 3 here').map(({ other, from, to }) => [other, from, to])).toEqual([['name-3', 1, 3]]);
  expect(same.namesIn('name')).toEqual([]);
  expect(same.few('name-99').length).toBe(12);
  expect([same.few('name-99').slice(0, 2), same.few('unheard')]).toEqual([['thing', 'name-99'], ['unheard']]);
  expect(same.called('__proto__ constructor', ['constructor'])).toEqual([]);
});

it('a tag finds what carries it, and so does its best name, however many others that has', () => {
  const same = new SameTags(new Map(Array.from({ length: 100 }, (_, n) => [`name-${n}`, 'thing'])));
  const carries = { document: { ...document(1, 'Something'), tags: ['name-99'] } };
  const found = (tags: string) => {
    const query = searchQuery.parse({ tags });
    const asked = searchBody(query, undefined, new Date(), same).post_filter;
    return [narrowed([carries], query, new Date(), same).kept.length, JSON.stringify(asked).includes('"name-99"')];
  };
  for (const tag of ['name-99', 'thing', 'name-3']) expect([tag, ...found(tag)]).toEqual([tag, 1, true]);
  expect(found('other')).toEqual([0, false]);
});

test('a search of many words still forgives the one that is misspelled, and takes those that stand in titles as they are', async () => {
  const index = await WordIndex.of();
  const title = 'The Long Dark Tea Time of a Wandering Soul';
  await index.change([document(1, title), document(2, 'Timely Darkness'), document(3, 'Something Else')]);
  const found = (text: string) => index.search(text).map(({ key }) => key);
  expect(found('the long dark tea time of a wandreing soul')).toEqual(['items:1']);
  expect(found('long dark tea time wandering soul dirk gently')).toEqual(['items:1']);
});
