import { expect, it } from 'vitest';
import { withLinks } from '#shared/revisions/link-markdown.ts';
import { linksIn } from '#shared/revisions/links.ts';

it.each([
  ['[[Emma]]', '[Emma](/find?value=Emma)'],
  ['[[@bob|Bob]]', '[Bob](/@bob)'],
  // As a bar is written within a table.
  ['| [[@bob\\|Bob]] |', '| [Bob](/@bob) |'],
  ['[[i:abc|one|two]]', '[one\\|two](/i/abc)'],
])('%s leads where it says', (written, read) => {
  expect(withLinks(written, {})).toBe(read);
});

it('leads to the same, however its bar is written', () => {
  expect(linksIn('[[Emma|a book]] [[Emma\\|a book]] [[Emma]]')).toEqual(['Emma']);
});
