import { describe, expect, it } from 'vitest';
import { line, webAddress } from '#shared/text.ts';

describe('a line of text', () => {
  it.each(['\u3164', '\u115f\u1160', '\uffa0', '\u2800', '\u200b\u3164', '\u00ad'])(
    'is refused where nobody would see any of it: %j',
    (text) => {
      expect(line(300).safeParse(text).success).toBe(false);
    },
  );

  it.each(['가', 'a\u3164b', '…', '❤\ufe0f', '\u{1f468}\u200d\u{1f469}'])('may be %j', (text) => {
    expect(line(300).safeParse(text).success).toBe(true);
  });

  it('is measured after composing, which may make it longer', () => {
    const longer = '\u{1d160}'.repeat(100);
    expect(line(200).safeParse(longer).success).toBe(false);
  });
});

describe('a web address', () => {
  it.each(['https:example.org', 'https:/example.org', 'https:\\\\example.org', 'http:example.org/a'])(
    'has both slashes, or a browser reads it as a path of ours: %j',
    (text) => {
      expect(webAddress.safeParse(text).success).toBe(false);
    },
  );

  it.each(['https://example.org', 'HTTP://EXAMPLE.org/a', ' https://example.org/a b '])('may be %j', (text) => {
    expect(webAddress.safeParse(text)).toMatchObject({ success: true, data: text.trim() });
  });
});
