import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedAddress, feedFormats } from '#shared/feeds/rules.ts';
import { scripts } from '#tests/builders/scripts.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { hostileStrings } from '#tests/integration/contract/hostile-strings.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { askPage } from '#tests/integration/pages/page.ts';
import { readFeed } from './validate.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

/** What a reader would show, or run, of an entry: names of elements, and what their attributes say. */
function markup(html: string): string[] {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('attrs' in node)
      found.push(node.tagName, ...node.attrs.map(({ name, value }) => `${node.tagName}@${name}=${value}`));
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parseFragment(html));
  return found;
}

const harmless = /^(?:p|a|em|strong|code|pre|ul|ol|li|blockquote|br|hr|h[1-6]|span|del)$/;
const spelled =
  /^(?:a@href=https?:\/\/.*|a@title=.*|code@class=language-.*|[ou]l@.*|h\d@id=user-content-.*|ol@start=\d+)$/s;

test('whatever people write, feeds are valid, say just that, and run nothing', async () => {
  const texts = [...scripts, ...hostileStrings];
  const titles = new Map<string, string>();
  for (const [index, text] of texts.entries()) {
    const fields = { url: `https://example.org/hostile-${index}`, title: text };
    const { status, body } = await as('alice').call('createItem', { body: { kind: 'link', fields } });
    if (status !== 200) continue;
    const { id, title } = (body as { item: { id: string; title: string } }).item;
    titles.set(`/i/${id}`, title);
    const review = { params: { itemId: id }, body: { rating: 1, text } };
    await as('bob').call('postReview', review);
    await as('bob').call('applyTag', { params: { itemId: id, tag: text } });
  }
  await system.settle();
  expect(titles.size).toBeGreaterThan(100);
  const tags = (await seen('listTags')).entries.map(({ tag }) => `/t/${encodeURIComponent(tag)}?order=new`);
  const lists = ['/?order=new', '/', '/@alice', '/@bob'];
  let shown = 0;
  for (const [index, page] of [...lists, ...tags, ...titles.keys()].entries()) {
    // What there are many of in one format; that no text breaks the others is shown without a table.
    for (const format of index < lists.length ? feedFormats : (['json'] as const)) {
      const feed = await readFeed(format, await askPage(feedAddress(format, page)));
      for (const { link, title, html } of feed.entries) {
        shown++;
        const wanted = titles.get(new URL(link).pathname);
        // Cards cut what is very long.
        const [said = '', isCut] = title.split(/(…)$/);
        // This reader takes a title in CDATA that is a comment of HTML from end to end for none at all.
        const isUnread = title === 'undefined' && /^<!--.*-->$/s.test(wanted ?? '');
        if (wanted !== undefined && !page.startsWith('/@') && !isUnread)
          expect(isCut ? wanted.slice(0, said.length).toWellFormed() : wanted, page).toBe(isCut ? said : title);
        const odd = markup(html).filter((what) => !harmless.test(what) && !spelled.test(what));
        expect(odd, `${page} ${html}`).toEqual([]);
      }
    }
  }
  expect(shown).toBeGreaterThan(titles.size);
});
