import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backFrom } from '#frontend/features/people/back.ts';
import fc from '#tests/setup/properties.ts';
import { standInBrowser } from './browser.ts';

const origin = 'https://commonplace.example';
const goneOnTo = (back: string) => backFrom(new URLSearchParams({ back }).toString());

beforeEach(() => {
  standInBrowser(origin);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('where to go on after signing in', () => {
  it.each(['/', '/i/0abc?order=newest#reviews', '/@alice', '/t/%D1%87%D0%B0%D0%B9', '/import?import=0abc'])(
    '%s',
    (back) => {
      expect(goneOnTo(back)).toBe(back);
    },
  );

  it.each([
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    'https:evil.example',
    'https:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'i/0abc',
    '@evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    '/i/..//evil.example',
    '',
  ])('is this site’s first page for %j', (back) => {
    expect(new URL(goneOnTo(back), origin).origin).toBe(origin);
    expect(goneOnTo(back)).toMatch(/^\/(?![/\\])/);
  });

  it('is the first page where nothing is said', () => {
    expect(backFrom('')).toBe('/');
  });

  it('is never another site, whatever is asked for', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      'https:',
      '\t',
      '\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = goneOnTo(parts.join(''));
        // The router gives it to history.pushState, which reads it as an address does.
        expect(new URL(path, origin).origin).toBe(origin);
        expect(path).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});
