import { afterAll, beforeAll, expect, test } from 'vitest';
import { rerank } from '#functions/ranking/reader.ts';
import { buildSiteIfOld, pageDirectory } from '#infra/build/site.ts';
import { made } from '#tests/builders/decide.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { askPage, origin, read } from './page.ts';

let system: System;
beforeAll(async () => {
  await buildSiteIfOld();
  process.env.PAGE_DIRECTORY = pageDirectory;
  system = await startSystem();
  for (const handle of ['alice', 'bob']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const link = async (name: string) => {
  const fields = { url: `https://example.org/${name}`, title: `Page of ${name}` };
  return (await as('alice').done('createItem', { body: { kind: 'link', fields } })).item.id;
};

test('the page of what was merged leads on for good, and shows itself where it is asked for', async () => {
  const [from, into] = [await link('from'), await link('into')];
  await as('bob').done('postReview', { params: { itemId: from }, body: { rating: 4, text: 'Written before.' } });
  const asked = { params: { what: 'questions', target: from }, body: { text: 'Asked before?' } };
  await as('bob').done('postComment', asked);
  await made({ what: 'merge', from, into });
  await system.settle();
  const answer = await askPage(`/i/${from}`);
  expect(answer).toMatchObject({ status: 308, body: '', headers: { location: `/i/${into}` } });
  expect(answer.headers['cache-control']).toMatch(/^public, max-age=0, s-maxage=5/);

  const there = read((await askPage(`/i/${into}`)).body);
  expect(there.text).toContain('Merged into this page: Page of from (1 review)');
  expect(there.all('a', { href: `/i/${from}?merged=1` })).toHaveLength(2);
  // What was asked there is shown here, and answered where it stands.
  expect(there.text).toContain('On Page of from, which was merged into this page');
  expect(there.text).toContain('Asked before?');
  const itself = await askPage(`/i/${from}?merged=1`);
  expect(itself.status).toBe(200);
  const page = read(itself.body);
  expect(page.text).toContain('Written before.');
  expect(page.text).toContain('Asked before?');
  expect(page.text).toContain('Merged into another page');
  expect(page.canonical).toEqual([`${origin}/i/${into}`]);
  expect(page.meta('robots')).toEqual(['noindex']);
  // A chain leads on step by step.
  const last = await link('last');
  await made({ what: 'merge', from: into, into: last });
  expect((await askPage(`/i/${from}`)).headers.location).toBe(`/i/${into}`);
  expect((await askPage(`/i/${into}`)).headers.location).toBe(`/i/${last}`);
  await made({ what: 'unmerge', from: into, into: last });
  expect((await askPage(`/i/${into}`)).status).toBe(200);
});

test('the page of what was removed is gone for machines, and says why to people', async () => {
  const itemId = await link('gone');
  await as('bob').done('postReview', { params: { itemId }, body: { rating: 1, text: 'Was here once.' } });
  const { proposalId } = await made({ what: 'removal', itemId }, { summary: 'Its address is <dead>.' });
  await system.settle();
  const { status, body } = await askPage(`/i/${itemId}`);
  expect(status).toBe(410);
  const page = read(body);
  expect(page.text).toContain('Its address is <dead>.');
  expect(page.text).toContain('Was here once.');
  expect(page.meta('robots')).toEqual(['noindex']);
  expect(page.data()).toBeUndefined();
  for (const href of [
    `/proposals/${proposalId}`,
    `/i/${itemId}/history`,
    `/proposals/new?what=restoration&item=${itemId}`,
  ])
    expect(page.all('a', { href }), href).toHaveLength(1);
  await made({ what: 'restoration', itemId });
  expect((await askPage(`/i/${itemId}`)).status).toBe(200);
});

test('versions of the ranking are there without any script', async () => {
  const shown = async () => read((await askPage('/how-ranking-works')).body).text;
  await made({ what: 'parameters', base: '3', values: { risingDays: 9 } }, { summary: 'Slower news.' });
  const before = await shown();
  for (const text of ['Version 3.1', 'rising days 7 → 9', 'Slower news.', '1 to 30', 'Things are being moved'])
    expect(before).toContain(text);
  await rerank(Number.POSITIVE_INFINITY);
  await system.settle();
  expect(await shown()).not.toContain('Things are being moved');
});
