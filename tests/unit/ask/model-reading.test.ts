import { expect, test } from 'vitest';
import { readingOfModel } from '#shared/ask/model-reading.ts';
import type { Names } from '#shared/ask/read-question.ts';

const names: Names = { tags: new Set(['war', 'fantasy']), places: new Map(), isTitle: false };
const question = 'somewhere calm to read with my dog, ideally with cake';
const part = (words: string, name: string, value: string) => ({ words, name, value });

test('what a model says holds where its words stand in the question and its values are some that there are', () => {
  const reading = readingOfModel(
    {
      parts: [
        part('calm', 'amenities', 'quiet'),
        part('with my dog', 'amenities', 'dogs'),
        part('somewhere', 'kind', 'place'),
      ],
    },
    question,
    names,
  );
  expect(reading).toMatchObject({
    query: { amenities: 'quiet,dogs', kind: 'place', q: 'read ideally cake' },
    left: 'read ideally cake',
    sure: true,
    by: 'model',
  });
  expect(reading?.parts[1]).toEqual({ text: 'with my dog', means: 'Amenities: dogs', sets: ['amenities'] });
});

test.each([
  ['nothing', undefined],
  ['a text', 'The best café is Café Central.'],
  ['no parts', { parts: [] }],
  ['words that nobody wrote', { parts: [part('cheap', 'price', '1')] }],
  ['an amenity that is none', { parts: [part('cake', 'amenities', 'cake')] }],
  ['a tag that is none here', { parts: [part('read', 'tags', 'reading')] }],
  ['a filter that it may not set', { parts: [part('somewhere', 'area', 'AAAAAAAAAAAA')] }],
  ['a number out of bounds', { parts: [part('ideally', 'stars', '9')] }],
  ['a kind that is none', { parts: [part('somewhere', 'kind', 'planet')] }],
  ['a moment of its own', { parts: [part('ideally', 'open', '2026-01-01T00:00Z')] }],
  ['empty words', { parts: [part('', 'sort', 'best')] }],
  ['too much', { parts: Array.from({ length: 21 }, () => part('calm', 'amenities', 'quiet')) }],
])('%s is no reading', (_, said) => {
  expect(readingOfModel(said, question, names)).toBeUndefined();
});

test('the first value of a filter that takes one holds', () => {
  const reading = readingOfModel(
    {
      parts: [
        part('calm', 'sort', 'best'),
        part('cake', 'sort', 'new'),
        part('dog', 'price', '1'),
        part('cake', 'price', '2'),
      ],
    },
    question,
    names,
  );
  expect(reading?.query).toMatchObject({ sort: 'best', price: '1,2' });
});
