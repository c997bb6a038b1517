import { createReadStream, existsSync } from 'node:fs';
import sax from 'sax';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textAt } from '#functions/revisions/reader.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** A real site's pages with every state they were in; without it, a few of our own in the same form. */
const real = `${process.env.COMMONPLACE_DATA ?? ''}/stackexchange/PostHistory.xml`;
const file = existsSync(real) ? real : 'tests/builders/post-history.xml';

type Entry = { post: string; kind: string; at: string; user: string; text: string; comment: string };
type State = { title?: string; text?: string; user: string; comment: string };

async function entriesOf(path: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const reader = sax.createStream(true, {});
  reader.on('opentag', ({ name, attributes }) => {
    if (name !== 'row') return;
    const at = (key: string) => String(attributes[key] ?? '');
    const user = at('UserId') || at('UserDisplayName') || 'nobody';
    const { 0: kind, 1: text } = [at('PostHistoryTypeId'), at('Text')] as const;
    entries.push({ post: at('PostId'), kind, at: at('RevisionGUID'), user, text, comment: at('Comment') });
  });
  await new Promise<void>((resolve, reject) => {
    reader.on('end', resolve).on('error', reject);
    createReadStream(path).pipe(reader);
  });
  return entries;
}

/** The states of each page: what was saved together is one. Titles are 1 and 4, texts 2 and 5, rolled back 7 and 8. */
function statesOf(entries: readonly Entry[]): Map<string, State[]> {
  const pages = new Map<string, Map<string, State>>();
  for (const { post, kind, at, user, text, comment } of entries) {
    const titled = ['1', '4', '7'].includes(kind);
    if (!titled && !['2', '5', '8'].includes(kind)) continue;
    const states = pages.get(post) ?? new Map<string, State>();
    pages.set(post, states);
    const state = states.get(at) ?? { user, comment };
    states.set(at, { ...state, ...(titled ? { title: text } : { text: text.replace(/\r\n?/g, '\n') }) });
  }
  return new Map([...pages].map(([post, states]) => [post, [...states.values()]]));
}

test('a real history of pages, replayed: every revision’s text is the source’s', async () => {
  const pages = statesOf(await entriesOf(file));
  const people = new Set([...pages.values()].flat().map(({ user }) => user));
  const handleOf = (user: string) => `u-${user.replace(/\W/g, '')}`.slice(0, 30);
  for (const user of people) {
    const handle = handleOf(user);
    const { status } = await as(handle).call('chooseHandle', { body: { handle } });
    expect(status).toBe(200);
  }
  let compared = 0;
  for (const [post, states] of pages) {
    const [first, ...more] = states;
    if (!first) continue;
    let title = `Post ${post}: ${first.title ?? 'an answer'}`;
    const body = { kind: 'article', fields: { title }, text: first.text ?? '' };
    const { item, existing } = await as(handleOf(first.user)).done('composeItem', { body });
    expect(existing).toBe(false);
    const expected = [first.text ?? ''];
    for (const { user, text, title: renamed, comment } of more) {
      if (renamed !== undefined) title = `Post ${post}: ${renamed}`;
      const answer = await as(handleOf(user)).done('reviseItem', {
        params: { itemId: item.id },
        body: {
          fields: { title },
          ...(text === undefined ? {} : { text }),
          summary: comment.replace(/\s+/g, ' ').trim().slice(0, 300),
          base: expected.length,
        },
      });
      // What changes nothing here (a title alone in what we do not keep) is no revision.
      if (answer.item.revision > expected.length) expected.push(text ?? expected.at(-1) ?? '');
    }
    for (const [at, text] of expected.entries()) {
      const told = await seen('getRevision', { params: { itemId: item.id, n: String(at + 1) } });
      expect(told.text).toBe(text);
      compared++;
    }
    const authors = await seen('getAuthors', { params: { itemId: item.id } });
    const lines = authors.runs.reduce((sum, run) => sum + run.lines, 0);
    expect(lines).toBe(authors.text === '' ? 0 : authors.text.split('\n').length);
    expect((await textAt(item.id, undefined)).text).toBe(expected.at(-1));
  }
  expect(compared).toBeGreaterThanOrEqual(file === real ? 270 : 5);
  await system.settle();
});
