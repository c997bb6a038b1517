import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, test } from 'vitest';
import { keyText, makeKey, readKey, signer } from '#frontend/client/signing.ts';
import { isMangrove, readMangrove } from '#functions/imports/formats/mangrove.ts';
import { verified } from '#functions/imports/formats/mangrove-token.ts';
import { opinionOf, proofClaims, ratingOfStars, starsOfRating } from '#shared/imports/mangrove.ts';
import fc from '#tests/setup/properties.ts';

/** The example of the standard, v0.2. */
const example = [
  'eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Ii0tLS0tQkVHSU4gUFVCTElDIEtFWS0tLS0tTUZrd0',
  'V3WUhLb1pJemowQ0FRWUlLb1pJemowREFRY0RRZ0FFcDc4Zms1eUNqYmlZYXZ5UjZGQ2xxcTlBRkJUaXpBSG1Z',
  'dU9rcTR3cy9aYmdleG41SVQ2bi83NGt2YlZ0UGxNc3A5Z2luTysxMVZ4ZUorbVFJQ1pZamc9PS0tLS0tRU5EIF',
  'BVQkxJQyBLRVktLS0tLSIsImp3ayI6IntcImNydlwiOlwiUC0yNTZcIixcImV4dFwiOnRydWUsXCJrZXlfb3Bz',
  'XCI6W1widmVyaWZ5XCJdLFwia3R5XCI6XCJFQ1wiLFwieFwiOlwicDc4Zms1eUNqYmlZYXZ5UjZGQ2xxcTlBRk',
  'JUaXpBSG1ZdU9rcTR3c19aWVwiLFwieVwiOlwiNEhzWi1TRS1wXy0tSkwyMWJUNVRMS2ZZSXB6dnRkVmNYaWZw',
  'a0NBbVdJNFwifSJ9.',
  'eyJpYXQiOjE1ODA5MTAwMjIsInN1YiI6Imh0dHBzOi8vbWFuZ3JvdmUucmV2aWV3cyIsInJhdGluZyI6NzUsIm',
  '9waW5pb24iOiJHcmVhdCB3ZWJzaXRlIGZvciByZXZpZXdzLiIsIm1ldGFkYXRhIjp7Im5pY2tuYW1lIjoiam9o',
  'bjEyMyIsImNsaWVudF9pZCI6Imh0dHA6Ly9sb2NhbGhvc3Q6MzAwMCJ9fQ.',
  '7xQtIlHuDdCVioyztj8i3zJ8dk3oCSfKr6VCR5RtBn6sBcqvpfyvs13PlKGJoamKzx8xUgQTQJjRPv5s91-VLQ',
].join('');

const now = new Date('2026-11-28T12:00:00Z');
const iat = now.getTime() / 1000 - 1000;
const titlesOf = (isbns: readonly string[]) =>
  Promise.resolve(new Map(isbns.filter((isbn) => isbn === '9780141439471').map((isbn) => [isbn, 'Frankenstein'])));
const read = (text: string, handle = 'ann', site = 'here') =>
  readMangrove(text, { owner: { handle, site }, now, titlesOf });

/** A file of these claims by one key, with the proof that it is ann's. */
async function fileOf(
  claims: object[],
  proofOf: { handle: string; at: Date } | undefined = { handle: 'ann', at: now },
) {
  const sign = await signer(await makeKey());
  const reviews = await Promise.all(claims.map(async (one) => (await sign(one)).jwt));
  const proof = proofOf && (await sign(proofClaims({ handle: proofOf.handle, site: 'here' }, proofOf.at))).jwt;
  return JSON.stringify({ format: 'mangrove', reviews, ...(proof ? { proof } : {}) });
}
const reasonOf = async (claims: object) => (await read(await fileOf([{ iat, rating: 80, ...claims }])))[0]?.refused;

describe('a token', () => {
  test('of the standard’s own example is verified, and is of its author alone', async () => {
    expect(await verified(example)).toMatchObject({ claims: { sub: 'https://mangrove.reviews', rating: 75 } });
    expect(isMangrove(example)).toBe(true);
    expect(await read(example)).toMatchObject([{ refused: 'It is signed with a key that was not shown to be yours' }]);
  });

  test('is refused where it was changed, or is signed otherwise than by the key that it names', async () => {
    const [head = '', said = '', signature = ''] = example.split('.');
    const changed = Buffer.from(JSON.stringify({ iat, sub: 'https://example.org', rating: 1 })).toString('base64url');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>;
    const with_ = (change: object) => Buffer.from(JSON.stringify({ ...header, ...change })).toString('base64url');
    const other = await generateKeyPair('ES256', { extractable: true });
    const bytes = new TextEncoder().encode('{"iat":1,"sub":"https://example.org","rating":1}');
    const foreign = await new CompactSign(bytes)
      .setProtectedHeader({ alg: 'ES256', kid: String(header.kid), jwk: header.jwk as never })
      .sign(other.privateKey);
    const two = await new CompactSign(bytes)
      .setProtectedHeader({ alg: 'ES256', kid: String(header.kid), jwk: await exportJWK(other.publicKey) })
      .sign(other.privateKey);
    const shared = await new CompactSign(bytes)
      .setProtectedHeader({ alg: 'HS256', kid: String(header.kid), jwk: header.jwk as never })
      .sign(new TextEncoder().encode(String(header.kid)));
    const forged = [
      `${head}.${changed}.${signature}`,
      `${head}.${said}.${signature.slice(0, -4)}AAAA`,
      `${head}.${said}.`,
      `${with_({ alg: 'none' })}.${said}.`,
      `${with_({ alg: 'none' })}.${said}.${signature}`,
      `${with_({ jwk: undefined, jku: 'https://example.org/keys' })}.${said}.${signature}`,
      `${with_({ crit: ['exp'] })}.${said}.${signature}`,
      foreign,
      two,
      shared,
      `${example}${'A'.repeat(20_000)}`,
      'eyJ.eyJ.x',
      '',
    ];
    for (const token of forged) expect(Object.keys(await verified(token)), token.slice(0, 60)).toEqual(['refused']);
  });

  test('of any text is refused, and never more than that', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (text) => 'refused' in (await verified(text))),
      { numRuns: 200 },
    );
  });
});

describe('a file of reviews', () => {
  test('is read with what each is about: an address, a book that is here, a place', async () => {
    const rows = await read(
      await fileOf([
        { iat, sub: 'https://example.org/page', rating: 75, opinion: 'Fine.' },
        { iat: iat - 1, sub: 'urn:isbn:978-0-14-143947-1', rating: 100 },
        { iat: iat - 2, sub: 'geo:48.2,16.37?q=Caf%C3%A9%20Central&u=30', rating: 1 },
        { iat: iat - 3, sub: 'https://example.org/words', opinion: 'No stars.' },
      ]),
    );
    expect(rows).toMatchObject([
      {
        row: 1,
        url: 'https://example.org/page',
        rating: 4,
        text: 'Fine.',
        reviewOnly: true,
        at: '2026-11-28T11:43:20Z',
      },
      { row: 2, title: 'Frankenstein', book: { isbn: '9780141439471' }, rating: 5, text: '' },
      {
        row: 3,
        item: { kind: 'place', fields: { name: 'Café Central', position: { latitude: 48.2, longitude: 16.37 } } },
        rating: 0.5,
      },
      { row: 4, text: 'No stars.' },
    ]);
    expect(rows.every(({ refused }) => refused === undefined)).toBe(true);
  });

  test.each([
    [{ sub: 'geo:48.2,16.37' }, 'It names no place'],
    [{ sub: 'geo:91,16.37?q=x' }, 'no position on earth'],
    [{ sub: 'geo:1e9,0?q=x' }, 'no position on earth'],
    [{ sub: 'urn:isbn:9780141439470' }, 'no valid ISBN'],
    [{ sub: 'urn:isbn:9780306406157' }, 'There is no book here with the ISBN 9780306406157'],
    [{ sub: 'urn:maresi:abc' }, 'a review of a review'],
    [{ sub: 'urn:lei:213800ZBKL9BHSL2K459' }, 'only https:, geo: and urn:isbn:'],
    [{ sub: 'http://example.org' }, 'only https:, geo: and urn:isbn:'],
    [{ sub: 'https://localhost/' }, 'single network'],
    [{ sub: 'https://user:secret@example.org/' }, 'a user name or a password'],
    [{ sub: 'https://example.org', rating: 101 }, 'above 100'],
    [{ sub: 'https://example.org', rating: 7.5 }, 'not a whole number'],
    [{ sub: 'https://example.org', opinion: 'x'.repeat(501) }, 'more than 500 characters'],
    [{ sub: 'https://example.org', rating: undefined }, 'neither rating nor opinion'],
    [{ sub: 'https://example.org', iat: iat + 9000 }, 'dated ahead'],
  ])('says why %j is not taken', async (claims, reason) => {
    expect(await reasonOf(claims)).toContain(reason);
  });

  test('is nobody’s without a proof that names who brings it, of this hour', async () => {
    const claims = [{ iat, sub: 'https://example.org', rating: 50 }];
    const hour = 3_600_000;
    for (const proof of [
      { handle: 'bob', at: now },
      { handle: 'ann', at: new Date(now.getTime() - 2 * hour) },
    ])
      expect((await read(await fileOf(claims, proof)))[0]?.refused).toContain('not shown to be yours');
    // On another site the handle may be somebody else's.
    expect((await read(await fileOf(claims), 'ann', 'there'))[0]?.refused).toContain('not shown to be yours');
    const mine = JSON.parse(await fileOf(claims)) as { reviews: string[] };
    const others = JSON.parse(await fileOf(claims)) as { reviews: string[] };
    const mixed = await read(JSON.stringify({ ...mine, reviews: [...mine.reviews, ...others.reviews] }));
    expect(mixed.map(({ refused }) => refused !== undefined).sort()).toEqual([false, true]);
  });
});

test('a key comes back from its file; a file without one is told', async () => {
  const key = await makeKey();
  const [one, other] = await Promise.all([signer(key), signer(await readKey(await keyText(key)))]);
  expect((await one({})).kid).toBe((await other({})).kid);
  for (const text of ['{}', 'null', 'no', '[]', JSON.stringify(await crypto.subtle.exportKey('jwk', key.publicKey))])
    await expect(readKey(text)).rejects.toThrow('no private key');
});

test('every half star comes back from its rating, and an opinion keeps its 500 characters', () => {
  for (let stars = 0.5; stars <= 5; stars += 0.5) expect(starsOfRating(ratingOfStars(stars))).toBe(stars);
  expect(opinionOf('x'.repeat(500))).toHaveLength(500);
  expect(opinionOf('😀'.repeat(300)).isWellFormed()).toBe(true);
  expect(opinionOf('😀'.repeat(300)).length).toBeLessThanOrEqual(500);
});
