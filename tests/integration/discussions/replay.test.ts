import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readComments, type Said } from '#infra/commands/load/stack-exchange.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** A real site's comments; without it, a few of our own. */
const folder = `${process.env.COMMONPLACE_DATA ?? ''}/stackexchange`;
const own = Array.from({ length: 30 }, (_, n): Said => {
  const text = `Comment ${n} with \`code\`, *stress*, <tags> & [a link](https://example.org/${n})`;
  return { id: n, post: n % 3, author: n % 5, text, at: new Date(n) };
});

test('what a real site said, replayed: every thread has each text as it is in the source', async () => {
  const comments = existsSync(`${folder}/Comments.xml`) ? await readComments(folder) : own;
  const handleOf = ({ author }: Said) => `author-${author}`;
  for (const handle of new Set(comments.map(handleOf))) await as(handle).done('chooseHandle', { body: { handle } });
  const items = new Map<number, string>();
  for (const said of comments) {
    const by = as(handleOf(said));
    if (!items.has(said.post)) {
      const fields = { url: `https://example.org/post/${said.post}`, title: `Post ${said.post}` };
      items.set(said.post, (await by.done('createItem', { body: { kind: 'link', fields } })).item.id);
    }
    const params = { what: 'items', target: items.get(said.post) ?? '' };
    await by.done('postComment', { params, body: { text: said.text }, headers: { 'idempotency-key': `${said.id}` } });
  }
  await system.settle();
  for (const [post, target] of items) {
    const texts: string[] = [];
    const here = comments.filter((said) => said.post === post);
    let cursor: string | null | undefined;
    do {
      const query = { order: 'old', ...(cursor ? { cursor } : {}) };
      const { page, comments: count } = await seen('getThread', { params: { what: 'items', target }, query });
      expect(count).toBe(here.length);
      for (const { id, text, more } of page.entries)
        texts.push(more ? (await seen('getComment', { params: { commentId: id }, query: {} })).comment.text : text);
      cursor = page.next;
    } while (cursor);
    expect(texts.sort()).toEqual(here.map(({ text }) => text.normalize('NFC').trim()).sort());
  }
});
