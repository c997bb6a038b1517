import * as z from 'zod/mini';
import { line } from '../../text.ts';
import type { Kind } from '../kind.ts';
import { plainName } from '../plain-name.ts';

const schema = z.strictObject({ title: line(300) });
type Article = z.infer<typeof schema>;

const named = (title: string) => `article:${plainName(title.normalize('NFC').trim())}`;

export const article: Kind<Article> = {
  kind: 'article',
  label: 'Article',
  plural: 'Articles',
  schema,
  written: true,
  form: [
    {
      name: 'title',
      label: 'Title',
      hint: 'finds the article if it is here',
      input: 'text',
      required: true,
      identifies: true,
    },
  ],
  aspects: [
    { key: 'accuracy', label: 'Accuracy' },
    { key: 'clarity', label: 'Clarity' },
    { key: 'completeness', label: 'Completeness' },
  ],
  experienced: 'read',
  addedByMaker: true,
  shelves: [
    { key: 'to-read', label: 'To read', stage: 'wanted' },
    { key: 'read', label: 'Read', stage: 'finished' },
  ],
  title: (fields) => fields.title,
  byline: () => '',
  picture: () => undefined,
  identifiers: (fields) => [named(fields.title)],
  // An address is never a title: it would be looked for among the articles wherever one is pasted.
  recognise: (input) => (input.trim() === '' || input.length > 300 || input.includes('://') ? [] : [named(input)]),
  address: () => undefined,
  jsonLd: () => ({ '@type': 'Article' }),
};
