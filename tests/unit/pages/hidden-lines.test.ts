import { expect, it } from 'vitest';
import { follow } from '#functions/follows/activity.ts';
import { commentNotices } from '#functions/notifications/projection.ts';
import { watch } from '#functions/watches/activity.ts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { excerpt } from '#shared/reviews/rules.ts';

const now = new Date('2026-11-28T10:00:00Z');
/** The bars of the first paragraph hide nothing: on the page they pair with none of the second. */
const text = 'Either || or.\n\nIt was ||the butler|| again.';
const about = { title: 'A book', href: '/i/abcdefghijkl', kind: 'book' };
const said = { pk: 'X', sk: 'X', id: 'abcdefghijkl', at: now.toISOString(), by: 'bob', byId: 'bob', text, about };

it('what is hidden in a paragraph is in no line, whatever bars stand in another one', () => {
  const comment = { ...said, type: 'comment', target: 'i#abcdefghijkl', itemId: 'abcdefghijkl', targetById: 'alice' };
  const review = { ...said, type: 'review', itemId: 'abcdefghijkl', rating: 4 };
  const lines = [
    withoutSpoilers(text),
    watch.actOf(comment, now)?.card,
    follow.actOf(review, now)?.card,
    JSON.stringify(commentNotices(comment, now)),
  ];
  for (const line of lines) {
    expect(line).toContain('again.');
    expect(line).not.toContain('butler');
  }
});

it('nor is it where a text is cut within it', () => {
  const long = `Either || or.\n\nIt was ||the butler ${'and his friend '.repeat(60)}|| again.`;
  expect(excerpt(long)).toEqual({ text: 'Either || or.\n\nIt was…', more: true });
});
