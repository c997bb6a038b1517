import { describe, expect, it } from 'vitest';
import { keepSession } from '#shared/sessions/operations.ts';
import { cookieText, isFromOwnPage, longestToken, setCookie, tokenIn } from '#shared/sessions/rules.ts';
import fc from '#tests/setup/properties.ts';

const token = fc.stringMatching(cookieText).filter((text) => text.length <= longestToken);
const pairOf = (header: string) => header.split(';')[0] ?? '';

describe('the session’s cookie', () => {
  it('comes back as the token that was kept, among whatever else is there', () => {
    fc.assert(
      fc.property(token, fc.boolean(), fc.array(fc.string()), (kept, isSecure, others) => {
        const named = others.map((other, n) => `other${n}=${other}`);
        expect(tokenIn([...named, pairOf(setCookie(kept, isSecure)), ...named], isSecure)).toBe(kept);
      }),
    );
  });

  it('never says more than one cookie, whatever token the contract takes', () => {
    fc.assert(
      fc.property(
        fc.oneof(token, fc.string(), fc.string({ unit: 'binary' })),
        fc.boolean(),
        (refreshToken, isSecure) => {
          if (!keepSession.body.safeParse({ refreshToken }).success) return;
          const [pair, ...attributes] = setCookie(refreshToken, isSecure).split('; ');
          expect(pair?.endsWith(`=${refreshToken}`)).toBe(true);
          expect(attributes).toEqual([
            'Path=/api/session',
            'Max-Age=2592000',
            'HttpOnly',
            'SameSite=Strict',
            ...(isSecure ? ['Secure'] : []),
          ]);
        },
      ),
    );
  });

  it('fits into what browsers keep, and a longer one is refused', () => {
    const longest = 'x'.repeat(longestToken);
    expect(setCookie(longest, true).length).toBeLessThan(4096);
    expect(keepSession.body.safeParse({ refreshToken: longest }).success).toBe(true);
    expect(keepSession.body.safeParse({ refreshToken: `${longest}x` }).success).toBe(false);
    expect(tokenIn([`session=${longest}x`], false)).toBeUndefined();
  });

  it.each(['', ' ', 'a b', 'a;b', 'a,b', 'a"b', 'a\\b', 'a\r\nb', 'a\u0000b', 'ä', 'a\u007fb'])(
    'takes no %j',
    (refreshToken) => {
      expect(keepSession.body.safeParse({ refreshToken }).success).toBe(false);
      expect(tokenIn([`session=${refreshToken}`], false)).toBeUndefined();
    },
  );

  it('under TLS is the one that only TLS can set', () => {
    expect(setCookie('token', true)).toMatch(/^__Secure-session=token; .*; Secure$/);
    expect(tokenIn(['session=forged'], true)).toBeUndefined();
    expect(tokenIn(['session=forged', '__Secure-session=token'], true)).toBe('token');
  });

  it('goes with no time left', () => {
    expect(setCookie(undefined, true)).toContain('__Secure-session=; Path=/api/session; Max-Age=0;');
  });
});

describe('what is asked with the cookie', () => {
  const own = 'https://reviews.example';
  it.each([
    [{}, true],
    [{ 'sec-fetch-site': 'same-origin', origin: own }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ origin: own }, true],
    [{ 'sec-fetch-site': 'same-site', origin: own }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-origin,cross-site' }, false],
    [{ 'sec-fetch-site': '' }, false],
    [{ origin: 'null' }, false],
    [{ origin: '' }, false],
    [{ origin: 'http://reviews.example' }, false],
    [{ origin: 'https://reviews.example.evil.example' }, false],
    [{ origin: 'https://evil.example' }, false],
  ])('with %j: %s', (headers, expected) => {
    expect(isFromOwnPage(headers, own)).toBe(expected);
  });
});
