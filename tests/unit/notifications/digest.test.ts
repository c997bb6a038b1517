import { expect, test } from 'vitest';
import { isDue } from '#functions/notifications/digest/run-digest.ts';
import { composeDigest, digestLength } from '#shared/notifications/digest.ts';
import type { Notice } from '#shared/notifications/schema.ts';

const notice = (n: number, more: Partial<Notice> = {}): Notice => ({
  id: `c${n}`,
  kind: 'reply',
  at: '2026-11-27T10:00:00Z',
  by: 'bob',
  about: { title: 'A page', href: '/i/abc' },
  href: `/talk/comments/c${n}`,
  ...more,
});
const to = { site: 'https://commons.example', token: 'abc123' };

test('a digest is named by numbers, says the same as text and as HTML, and nobody’s text is markup', () => {
  const change = {
    id: 'vabc.2',
    did: 'edited',
    at: '2026-11-27T10:00:00Z',
    by: null,
    about: { title: '"><img src=x onerror=alert(1)>', href: '/i/abc' },
    n: 2,
    summary: 'a & b',
  };
  const notices = [notice(1), notice(2, { kind: 'proposal', did: 'applied', by: null, text: 'One\nSubject: two' })];
  const { subject, text, html, unsubscribe } = composeDigest({ notices, changes: [change] }, to);
  expect(subject).toBe('Commonplace: 1 reply, 1 proposal decided, 1 watched change');
  expect(text).toContain('- @bob answered you in A page\n  https://commons.example/talk/comments/c1');
  expect(text).toContain('“One Subject: two”');
  expect(text).toContain('https://commons.example/i/abc/diff/1/2');
  expect(html).toContain('Somebody edited <a href="https://commons.example/i/abc/diff/1/2">&#34;&#62;&#60;img src=x');
  expect(html).toContain('“a &#38; b”');
  expect(html).not.toContain('<img');
  expect(text).toContain('https://commons.example/unsubscribe/abc123');
  expect(unsubscribe).toBe('https://commons.example/api/unsubscribe/abc123');
});

test('a digest is of bounded length, and says how much more there is', () => {
  const notices = Array.from({ length: digestLength + 7 }, (_, n) => notice(n));
  const { text, html, subject } = composeDigest({ notices, changes: [] }, to);
  expect(subject).toBe(`Commonplace: ${digestLength + 7} replies`);
  expect(text.match(/^- /gm)).toHaveLength(digestLength);
  expect(html.match(/<li>/g)).toHaveLength(digestLength);
  expect(text).toContain('… and 7 more: https://commons.example/notifications');
});

test('a daily digest is due once a day, a weekly one a week after the one before', () => {
  const at = (day: string) => new Date(`${day}T06:00:00Z`);
  const row = { covered: '2026-11-20T12:00:00.000Z' };
  expect(isDue({ ...row, often: 'daily' }, at('2026-11-20'))).toBe(true);
  expect(isDue({ ...row, often: 'daily', begun: '2026-11-27' }, at('2026-11-27'))).toBe(false);
  expect(isDue({ ...row, often: 'daily', begun: '2026-11-27' }, at('2026-11-28'))).toBe(true);
  expect(isDue({ ...row, often: 'weekly' }, at('2026-11-26'))).toBe(false);
  expect(isDue({ ...row, often: 'weekly' }, at('2026-11-27'))).toBe(true);
  expect(isDue({ ...row, often: 'weekly', begun: '2026-11-27' }, at('2026-12-03'))).toBe(false);
  expect(isDue({ ...row, often: 'weekly', begun: '2026-11-27' }, at('2026-12-04'))).toBe(true);
});
