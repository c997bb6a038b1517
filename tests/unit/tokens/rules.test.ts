import { expect, test } from 'vitest';
import { hashOf, isSecret, seal, unseal } from '#functions/tokens/seal.ts';
import { operations } from '#shared/capabilities.ts';
import { newId } from '#shared/ids.ts';
import { allows, newSecret, readToken, routesOf, tokenStart } from '#shared/tokens/rules.ts';
import fc from '#tests/setup/properties.ts';

test('a token is read as it was written, and every secret is another', () => {
  const secrets = new Set<string>();
  for (let n = 0; n < 500; n++) {
    const [id, secret] = [newId(), newSecret()];
    secrets.add(secret);
    expect(`${tokenStart(id)}${secret}`).toMatch(/^cp_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}$/);
    expect(readToken(`${tokenStart(id)}${secret}`)).toEqual({ id, secret });
  }
  expect(secrets.size).toBe(500);
});

test('every letter of a secret but the first is as likely as any other', () => {
  const counts = new Map<string, number>();
  const letters = Array.from({ length: 600 }, () => newSecret().slice(1)).join('');
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(62);
  const expected = letters.length / 62;
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected / 3);
});

test('what is no token is not read as one', () => {
  const token = `${tokenStart(newId())}${newSecret()}`;
  const broken = [token.slice(1), token.slice(0, -1), `${token}a`, ` ${token}`, `${token}\n`, token.toUpperCase(), ''];
  for (const text of broken) expect(readToken(text), text).toBeUndefined();
  fc.assert(fc.property(fc.string(), (text) => readToken(text) === undefined));
});

test('to save is to read too, and not the other way round', () => {
  expect([allows(['save'], 'read'), allows(['save'], 'save'), allows(['read'], 'read')]).toEqual([true, true, true]);
  expect([allows(['read'], 'save'), allows([], 'read')]).toEqual([false, false]);
});

test('only what says so has an address for tokens', () => {
  const { getMe, deleteAccount } = operations;
  expect(routesOf([getMe, deleteAccount]).map(({ path, byToken }) => [path, byToken])).toEqual([
    ['/api/me', false],
    ['/api/token/me', true],
    ['/api/me', false],
  ]);
});

test('what is kept of a token leads neither to its secret nor to its owner', () => {
  const [id, secret, sub] = [newId(), newSecret(), 'the-sub-of-somebody'];
  const [hash, owner] = [hashOf(secret), seal(sub, secret, id)];
  expect(isSecret(secret, hash)).toBe(true);
  expect(isSecret(newSecret(), hash)).toBe(false);
  expect(isSecret(secret, '')).toBe(false);
  expect(unseal(owner, secret, id)).toBe(sub);
  expect(Buffer.from(owner, 'base64url').toString('latin1')).not.toContain(sub);
  // The same twice is not the same text: it does not show who has two tokens.
  expect(seal(sub, secret, id)).not.toBe(owner);
  for (const wrong of [
    () => unseal(owner, newSecret(), id),
    () => unseal(owner, secret, newId()),
    () => unseal(owner, hash, id),
    () => unseal(owner.slice(0, -2), secret, id),
    () =>
      unseal(
        owner.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
        secret,
        id,
      ),
  ])
    expect(wrong).toThrow();
});
