import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeKey, signer } from '#frontend/client/signing.ts';
import { proofClaims } from '#shared/imports/mangrove.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const kinds = {
  link: { url: 'http://example.org/page', title: 'A page' },
  book: { title: 'Frankenstein', isbn: '9780141439471' },
  place: { name: 'Café Central', position: { latitude: 48.2103, longitude: 16.3656 } },
  article: { title: 'An article' },
};

async function bring(name: string, text: string) {
  let { import: job } = await as(name).done('startImport', { body: { text } });
  const rows = [];
  while (job.state === 'running') {
    const step = await as(name).done('advanceImport', { params: { importId: job.id } });
    job = step.import;
    rows.push(...step.rows);
  }
  return { job, rows: rows.sort((one, other) => one.row - other.row) };
}

it('reviews are taken away, signed where the key is, and come back to whose they are alone', async () => {
  const items: Record<string, string> = {};
  for (const [kind, fields] of Object.entries(kinds)) {
    const { item } = await as('alice').done('createItem', { body: { kind, fields } });
    items[kind] = item.id;
    const body = { rating: 3.5, text: kind === 'link' ? 'x'.repeat(600) : `Of a ${kind}.` };
    await as('bob').done('postReview', { params: { itemId: item.id }, body });
  }
  await as('bob').done('saveItem', { params: { itemId: items.book }, body: { private: false } });

  const piece = await as('bob').done('exportMine', {
    params: { format: 'mangrove' },
    query: { site: 'https://commonplace.example.org' },
  });
  const claims = piece.text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  expect(piece.next).toBeNull();
  expect(claims.map(({ sub }) => sub).sort()).toEqual([
    'geo:48.2103,16.3656?q=Caf%C3%A9%20Central&u=30',
    'https://example.org/page',
    'urn:isbn:9780141439471',
  ]);
  expect(claims.every(({ rating }) => rating === 70)).toBe(true);

  // Carol is the same person with another account, say: she has the key.
  const sign = await signer(await makeKey());
  const reviews = await Promise.all(claims.map((one) => sign(one)));
  const { jwt: proof } = await sign(proofClaims({ handle: 'carol', site: 'the-site' }, new Date()));
  const whole = JSON.stringify({ format: 'mangrove', proof, reviews: reviews.map(({ jwt }) => jwt) });

  const stolen = await bring('alice', JSON.stringify({ reviews }));
  expect(stolen.job.outcomes).toMatchObject({ refused: 3, saved: 0 });
  expect((await bring('alice', whole)).job.outcomes).toMatchObject({ refused: 3 });
  const { job, rows } = await bring('carol', whole);
  expect(rows.map(({ outcome, reviewed }) => [outcome, reviewed])).toEqual([
    ['saved', true],
    ['saved', true],
    ['saved', true],
  ]);
  expect([job.format, job.reviews]).toEqual(['mangrove', 3]);
  await system.settle();
  for (const kind of ['link', 'book', 'place']) {
    const { entries } = await seen('listReviews', { params: { itemId: items[kind] }, query: { order: 'newest' } });
    expect(entries.map(({ by, rating }) => [by, rating]).sort()).toEqual([
      ['bob', 3.5],
      ['carol', 3.5],
    ]);
  }
  const look = await as('carol').done('inspectFile', { body: { text: whole } });
  expect(look.file).toMatchObject({ format: 'mangrove', rows: 3, refused: 0, rated: 3 });
});
