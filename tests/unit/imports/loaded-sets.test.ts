import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodbookFields } from '#infra/commands/load/goodbooks.ts';
import { readDump } from '#infra/commands/load/stack-exchange.ts';
import { book } from '#shared/items/kinds/book.ts';

describe('a row of goodbooks', () => {
  it('gets back the zeros its ISBN lost, a whole year and a language tag', () => {
    const fields = goodbookFields({
      goodreads_book_id: '1381',
      isbn: '143039954',
      authors: 'Homer, Robert Fagles',
      original_publication_year: '-720.0',
      title: 'The Odyssey',
      language_code: 'fre',
    });

    expect(fields).toEqual({
      title: 'The Odyssey',
      authors: ['Homer', 'Robert Fagles'],
      year: -720,
      isbn: '9780143039952',
      goodreads: 1381,
      language: 'fr',
    });
    expect(book.schema.safeParse(fields).success).toBe(true);
  });

  it('leaves out what is missing or unusable', () => {
    const fields = goodbookFields({
      goodreads_book_id: '7',
      isbn: '123',
      authors: '',
      original_publication_year: '',
      title: 'X',
      language_code: '',
    });

    expect(fields).toEqual({ title: 'X', authors: [], goodreads: 7 });
  });
});

describe('a Stack Exchange dump', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dump-'));
    writeFileSync(
      join(folder, 'Posts.xml'),
      `\ufeff<?xml version="1.0" encoding="utf-8"?>
<posts>
  <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2018-02-06T20:25:42.850" OwnerDisplayName="gone" />
  <row Id="1" PostTypeId="1" CreationDate="2018-02-06T20:19:50.957" OwnerUserId="14" Title="Q &amp; A?" Tags="&lt;on-topic&gt;&lt;Meta&gt;" />
  <row Id="3" PostTypeId="5" CreationDate="2018-02-07T00:00:00.000" />
</posts>`,
    );
    const vote = (id: number, post: number, type: number, day: string) =>
      `<row Id="${id}" PostId="${post}" VoteTypeId="${type}" CreationDate="${day}T00:00:00.000" />`;
    const votes = [
      vote(1, 1, 2, '2018-02-06'),
      vote(2, 1, 3, '2018-02-09'),
      vote(3, 2, 2, '2018-02-09'),
      vote(4, 3, 2, '2018-02-09'),
      vote(5, 99, 3, '2018-02-09'),
      vote(6, 1, 5, '2018-02-09'),
    ];
    writeFileSync(
      join(folder, 'Votes.xml'),
      `\ufeff<?xml version="1.0" encoding="utf-8"?><votes>${votes.join('\n')}</votes>`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read as links with the tags of their question', async () => {
    const { posts, skippedPosts } = await readDump(folder, 'meta.example.org');

    expect(posts.map(({ url, title, tags, author }) => ({ url, title, tags, author }))).toEqual([
      { url: 'https://meta.example.org/a/2', title: 'Answer to: Q & A?', tags: ['on-topic', 'meta'], author: 0 },
      { url: 'https://meta.example.org/q/1', title: 'Q & A?', tags: ['on-topic', 'meta'], author: 14 },
    ]);
    expect(skippedPosts).toBe(1);
  });

  it('has every vote cast by another person, none before its post, and the rest counted', async () => {
    const { posts, votesWithoutPost, otherVotes } = await readDump(folder, 'meta.example.org');
    const votes = posts[1]?.votes ?? [];

    expect(votes.map(({ value }) => value)).toEqual(['up', 'down']);
    expect(new Set(votes.map(({ voter }) => voter)).size).toBe(2);
    expect(votes[0]?.at.toISOString()).toBe('2018-02-06T20:19:50.957Z');
    expect({ votesWithoutPost, otherVotes }).toEqual({ votesWithoutPost: 2, otherVotes: 1 });
  });
});
