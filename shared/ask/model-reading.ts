import * as z from 'zod/mini';
import { searchQuery } from '../search/schema.ts';
import type { Names } from './read-question.ts';
import type { Reading } from './schema.ts';
import { vocabulary } from './vocabulary.ts';
import { isSilent, wordsOf } from './words.ts';

/** What a model may set: nothing that names a place, a person or a text, for those it could make up. */
export const modelSets = [
  'kind',
  'what',
  'category',
  'tags',
  'stars',
  'years',
  'language',
  'price',
  'amenities',
  'party',
  'open',
  'within',
  'sort',
] as const;

const answer = z.object({
  parts: z
    .array(z.object({ words: z.string(), name: z.enum(modelSets), value: z.string() }))
    .check(z.minLength(1), z.maxLength(20)),
});

/** The values of these filters that there are. */
export const valuesKnown = (param: 'category' | 'amenities'): string[] => [
  ...new Set(
    [...vocabulary.values()].flatMap((all) =>
      all.flatMap((one) => (one.param === param && one.value ? [one.value] : [])),
    ),
  ),
];

const severalOf = new Set<string>(['tags', 'amenities', 'price']);

function isKnown(name: (typeof modelSets)[number], value: string, names: Names): boolean {
  const values = value.split(',');
  if (name === 'tags') return values.every((tag) => names.tags.has(tag));
  if (name === 'category' || name === 'amenities') return values.every((one) => valuesKnown(name).includes(one));
  if (name === 'open') return value === 'now';
  return true;
}

/**
 * What a model said of a question, as a reading; undefined where nothing of it holds. Of its parts only those hold whose
 * words stand in the question and whose value is one that can be searched for. Everything else stays words to look for.
 */
export function readingOfModel(said: unknown, question: string, names: Names): Reading | undefined {
  const parsed = answer.safeParse(said);
  if (!parsed.success) return undefined;
  const words = wordsOf(question);
  const covered = new Set<number>();
  const query: Record<string, string> = {};
  const parts: Reading['parts'] = [];
  for (const { words: quoted, name, value } of parsed.data.parts) {
    const wanted = wordsOf(quoted).map(({ norm }) => norm);
    const at = words.findIndex((_, n) => wanted.length > 0 && wanted.every((norm, k) => words[n + k]?.norm === norm));
    if (at < 0 || !isKnown(name, value, names)) continue;
    const before = query[name];
    const next =
      before !== undefined && severalOf.has(name)
        ? [...new Set([...before.split(','), ...value.split(',')])].join(',')
        : value;
    if ((before !== undefined && !severalOf.has(name)) || !searchQuery.safeParse({ [name]: next }).success) continue;
    query[name] = next;
    for (let n = at; n < at + wanted.length; n++) covered.add(n);
    const text = words
      .slice(at, at + wanted.length)
      .map((word) => word.text)
      .join(' ');
    parts.push({ text, means: `${name.replace(/^\w/, (letter) => letter.toUpperCase())}: ${value}`, sets: [name] });
  }
  if (parts.length === 0) return undefined;
  const left = words
    .filter(({ norm, quoted }, n) => !covered.has(n) && (quoted || !isSilent(norm)))
    .map(({ text }) => text)
    .join(' ');
  if (left) query.q = left;
  return { query, parts, left, sure: true, wantsPosition: false, timed: false, by: 'model' };
}
