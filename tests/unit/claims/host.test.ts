import { expect, test } from 'vitest';
import { provableHost } from '#shared/claims/rules.ts';

test('an item is proven at the public host of its address alone', () => {
  expect(provableHost('https://www.Example.ORG:8443/a?b#c')).toBe('www.example.org');
  expect(provableHost('http://bücher.example.com/')).toBe('xn--bcher-kva.example.com');
  expect(provableHost('https://example.org./')).toBe('example.org');
});

test.each([
  undefined,
  'no address',
  'ftp://example.org/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://localhost/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://something.test/',
  'https://a.b.home.arpa/',
  'https://1.0.0.127.in-addr.arpa/',
  'https://x.onion/',
  'https://a..b/',
])('%s is no host to prove anything at', (address) => {
  expect(provableHost(address)).toBeUndefined();
});
