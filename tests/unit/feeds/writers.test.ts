import { expect, test } from 'vitest';
import {
  cardEntry,
  contributionEntry,
  listEntryOf,
  listedEntry,
  reviewEntry,
  saveEntry,
} from '#functions/feeds/entries.ts';
import { type Entry, entryId, type Feed } from '#functions/feeds/feed.ts';
import { atomFeed } from '#functions/feeds/write-atom.ts';
import { jsonFeed } from '#functions/feeds/write-json.ts';
import { rssFeed } from '#functions/feeds/write-rss.ts';
import { feedAddress, feedFormats, feedForms, xmlText } from '#shared/feeds/rules.ts';
import type { Card } from '#shared/items/schema.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { scripts } from '#tests/builders/scripts.ts';
import { hostileStrings } from '#tests/integration/contract/hostile-strings.ts';
import { readFeed } from '#tests/integration/feeds/validate.ts';

const origin = 'https://commons.example';
const writers = { atom: atomFeed, rss: rssFeed, json: jsonFeed };
const read = (format: keyof typeof writers, feed: Feed) => {
  const body = writers[format]({ feed, origin, self: origin + feedAddress(format, feed.page) });
  return readFeed(format, { headers: { 'content-type': `${feedForms[format].type}; charset=utf-8` }, body });
};
const feedOf = (entries: Entry[], more: Partial<Feed> = {}): Feed => ({
  page: '/',
  title: 'A list',
  description: 'Of something.',
  entries,
  isByTime: true,
  ...more,
});

const card: Card = {
  id: 'aaaaaaaaaaaa',
  kind: 'book',
  title: 'R&B, <b>etc.</b>',
  byline: 'Ann & Bob',
  picture: 'https://covers.example/1.jpg?a=1&b=2',
  at: '2026-11-01T10:00:00Z',
  by: 'alice',
  counts: { up: 3 },
  tags: ['c++', 'r&b'],
};
const review: Review = {
  id: 'bbbbbbbbbbbb',
  itemId: card.id,
  rating: 4.5,
  text: 'Read *this*: [it](javascript:ran()) [is](/r/x "t") <b>fine</b>.\n\nA || B',
  more: true,
  aspects: {},
  licence: 'CC-BY-4.0',
  by: null,
  at: '2026-11-02T10:00:00Z',
  editedAt: '2026-11-03T10:00:00Z',
  revision: 2,
  marks: { useful: 0, funny: 0, cool: 0 },
};

test('an item of a listing says what it is and who added it, without counts', () => {
  expect(cardEntry(card, origin)).toEqual({
    path: '/i/aaaaaaaaaaaa',
    title: 'R&B, <b>etc.</b>',
    html:
      '<p><img src="https://covers.example/1.jpg?a=1&amp;b=2" alt="" loading="lazy"/></p><p>Ann &amp; Bob</p>' +
      `<p>Book: <a href="${origin}/t/c%2B%2B">c++</a>, <a href="${origin}/t/r%26b">r&amp;b</a>` +
      ` · added by <a href="${origin}/@alice">@alice</a></p>`,
    by: 'alice',
    at: card.at,
    tags: card.tags,
    picture: card.picture,
  });
  const bare = cardEntry({ ...card, byline: '', picture: 'http://covers.example/1.jpg', by: null, tags: [] }, origin);
  expect(bare.html).toBe('<p>Book</p>');
});

test('a review says its stars, its text as the page shows it, and where the rest is', () => {
  const entry = reviewEntry(review, origin);
  expect(entry).toMatchObject({ path: '/r/bbbbbbbbbbbb', title: '4.5 of 5 stars by a former member', by: null });
  expect(entry).toMatchObject({ at: review.at, editedAt: review.editedAt, licence: 'CC-BY-4.0' });
  expect(entry.html).toBe(
    '<p>4.5 of 5 stars by a former member</p>' +
      `<p>Read <em>this</em>: <a>it</a> <a href="${origin}/r/x" title="t">is</a> fine.</p>\n<p>A || B</p>` +
      `<p><a href="${origin}/r/bbbbbbbbbbbb">Read the whole review</a></p>`,
  );
});

test('what a text links to as the site’s pages do is a link in a feed, too', () => {
  const { html } = reviewEntry({ ...review, text: 'As in [[#Cosy crime|those]] of [[@alice]]' }, origin);
  expect(html).toContain(`As in <a href="${origin}/t/cosy-crime">those</a> of <a href="${origin}/@alice">@alice</a>`);
});

test('a save says who keeps it, where, and why', () => {
  const item = { id: card.id, kind: card.kind, title: card.title, byline: '' };
  const { at } = card;
  const note = 'For *later*: ||the butler did it';
  const save = { item, at, by: 'bob', shelf: 'to-read', shelves: ['cosy'], note, more: true as const, tags: ['crime'] };
  expect(saveEntry(save, origin)).toEqual({
    path: '/i/aaaaaaaaaaaa',
    mark: 'saved-by-bob',
    title: card.title,
    html:
      `<p>Book · saved by <a href="${origin}/@bob">@bob</a> · Want to read, cosy</p>` +
      '<p>For <em>later</em>: ▒▒▒</p>',
    by: 'bob',
    at,
    tags: ['crime'],
  });
  expect(entryId(saveEntry({ item, at, by: 'bob' }, origin), origin)).toBe(`${origin}/i/aaaaaaaaaaaa#saved-by-bob`);
});

test('a list says who made it, and what is on it who put it there', () => {
  const { at } = card;
  const list = { id: 'llllllllllll', title: 'Good & short', mode: 'open' as const, by: 'alice', at };
  const about = 'Books of *one* <evening>…';
  expect(listEntryOf({ ...list, about, counts: { entries: 2, voters: 1 } }, origin)).toEqual({
    path: '/l/llllllllllll',
    title: list.title,
    html: `<p>A list by <a href="${origin}/@alice">@alice</a></p><p>Books of *one* &lt;evening&gt;…</p>`,
    by: 'alice',
    at,
  });
  const entry = { itemId: card.id, kind: card.kind, title: card.title, byline: '', note: 'Short.', points: 100 };
  expect(listedEntry(entry, list, origin)).toMatchObject({
    path: '/i/aaaaaaaaaaaa',
    mark: `on-${list.id}`,
    by: 'alice',
    at,
  });
  const byNobody = listedEntry({ ...entry, by: null }, list, origin);
  expect(byNobody.html).toBe('<p>Book · put here by a former member</p><p>Short.</p>');
  expect(byNobody.by).toBeNull();
});

test('what a person did names its item', () => {
  const { at } = card;
  expect(contributionEntry({ at, item: card, review }, origin, 'bob').title).toBe('R&B, <b>etc.</b>: 4.5 of 5 stars');
  expect(contributionEntry({ at, item: card }, origin, 'alice')).toEqual({
    path: '/i/aaaaaaaaaaaa',
    title: 'Added the book R&B, <b>etc.</b>',
    html: `<p>Added the book <a href="${origin}/i/aaaaaaaaaaaa">R&amp;B, &lt;b&gt;etc.&lt;/b&gt;</a></p>`,
    by: 'alice',
    at,
  });
});

test.each(feedFormats)('%s says the same as the others', async (format) => {
  const feed = feedOf([cardEntry(card, origin), reviewEntry(review, origin)], {
    page: '/k/book?order=top&window=week',
  });
  const found = await read(format, feed);
  expect(found).toMatchObject({
    title: 'A list',
    page: `${origin}/k/book?order=top&window=week`,
    self: `${origin}/feeds/${format}/k/book?order=top&window=week`,
  });
  expect(found.entries).toEqual(
    feed.entries.map(({ path, title, html, by, at, tags = [] }) => ({
      id: origin + path,
      link: origin + path,
      title,
      html,
      by: by === null ? '' : `@${by}`,
      at: new Date(at).toISOString(),
      tags,
    })),
  );
});

test('a feed changes with its entries and not with the time', () => {
  const feed = feedOf([cardEntry(card, origin), reviewEntry(review, origin)]);
  expect(atomFeed({ feed, origin, self: `${origin}/x` })).toMatch(/<updated>2026-11-03T10:00:00.000Z<.*?<entry>/s);
  expect(rssFeed({ feed, origin, self: `${origin}/x` })).toContain('<lastBuildDate>Tue, 03 Nov 2026 10:00:00 GMT<');
  for (const write of Object.values(writers))
    expect(write({ feed: feedOf([]), origin, self: `${origin}/x` })).not.toContain(String(new Date().getUTCFullYear()));
});

test('what XML cannot say is shown as such', () => {
  expect(xmlText('a\u0000b\u001b\ud800c\ufffe\t\n💩\u202e')).toBe('a\ufffdb\ufffd\ufffdc\ufffd\t\n💩\u202e');
});

test.each(feedFormats)('no text breaks %s, whatever the contract would refuse', async (format) => {
  const texts = [...scripts, ...hostileStrings, ']]>]]>', '&amp;amp;', '<![CDATA[x]]>'];
  const entries = texts.map((text, index): Entry => {
    const said = { ...review, id: `r${index}`, text };
    return { ...reviewEntry(said, origin), title: `It says ${text}`, tags: [text] };
  });
  const found = await read(format, feedOf(entries, { title: texts.join(' '), description: texts.join('\n') }));
  expect(found.entries).toHaveLength(texts.length);
  const shown = (text: string) => (format === 'json' ? text.toWellFormed() : xmlText(text));
  for (const [index, { html, link }] of found.entries.entries()) {
    expect(link).toBe(`${origin}/r/r${index}`);
    expect(html.replaceAll('\r', '')).toBe(
      shown(entries[index]?.html ?? '')
        .trim()
        .replaceAll('\r', ''),
    );
  }
});
