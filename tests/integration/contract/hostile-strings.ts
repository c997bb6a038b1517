import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const wide = 'e\u0301\u0302\u0303'.repeat(10);
const zalgo = `Z${'\u0351\u0489\u035c'.repeat(60)}algo`;
const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';

/** Our own: what breaks parsers, stores, pages, spreadsheets and logs. */
const own: readonly string[] = [
  // Characters
  '', ' ', '\t', '\n', '\r\n', '\u0000', 'a\u0000b', '\u001b[31mred', '\u007f', '\u0085', '\u00a0', '\u2028', '\u2029x', '\ufeff', '\ufffe', '\uffff',
  '\ud800', '\udc00', 'a\ud83d', '\ude00\ud83d', 'abc\u202edef', '\u2066isolated', '\u200b', 'zero\u200bwidth', '\u200d', '\u00ad', '\u3000', '\u180e', '\u{e0041}\u{e0042}',
  wide, zalgo, family, family.repeat(4), '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '\u1100\u1161\u11a8', 'ﷺ'.repeat(20), 'İIıi', 'ẞß', 'ﬀ', '\u0344', '\u212b', 'ｆｕｌｌ', 'раураl', '１２３',
  // Names that objects have
  '__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'length', 'then', 'toJSON', 'undefined', 'null', 'NaN', 'true', '[object Object]',
  // Numbers
  '0', '-1', '1e999', '-Infinity', '9007199254740993', '0x7fffffff', '1'.repeat(400), '1.7976931348623157e309', '٣', '0b1',
  // Injections
  '{{7*7}}', '${7*7}', '<%= 7*7 %>', '#{7*7}', '{{constructor.constructor("return this")()}}', "' OR '1'='1", '"; DROP TABLE items; --', '{"$gt":""}', '[$ne]', "') OR attribute_exists(pk) --", ':pk', '#type',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', '||spoiler', '](javascript:alert(1))', '<!--', ']]>', '&#x00;', '`id`', '$(id)', '| id', '; id',
  '../../../etc/passwd', '..%2f..%2f', '....//', '/', '//', '\\\\host\\share', '.', '..', '%00', '%', '%zz', 'a%0d%0ab', 'file:///etc/passwd', 'C:\\Windows', 'con', '~',
  'x\r\nSet-Cookie: a=b', 'x\nLocation: https://evil.example', 'x%0d%0aSet-Cookie:%20a=b', '=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '=HYPERLINK("https://evil.example")', '=cmd|\' /C calc\'!A0', '"quoted"', "o'clock", 'a,b;c\td',
  // Addresses
  'https://user:password@example.org', 'https://example.org:99999', 'http://[::1]', 'https://localhost', 'https://127.0.0.1', 'http://169.254.169.254/latest', 'https://exa\u202emple.org', 'https://ex\u00e4mple.org', 'https://example.org/\u{1f4a9}', 'https://example.org/%', 'https://example.org/%ff', 'https://example.org/?a=1&a=%', 'https://example.org/#:~:text=x', 'HTTPS://EXAMPLE.ORG', 'https:example.org', '//example.org', 'ftp://example.org', 'https://a.b', `https://example.org/${'\u00fc'.repeat(900)}`, `https://${'a.'.repeat(120)}org`,
  // The table's own
  'I#aaaaaaaaaaaa', 'P#x', 'FACT', 'STANDING', 'R##hot#all#', '#', '##', '#a#b', 'ID#url:https://example.org/alice', 'IM#', 'a\nFACT',
  // Sizes
  'x'.repeat(41), 'x'.repeat(301), '\u{1f4a9}'.repeat(150), '\u{1f4a9}'.repeat(40), 'a '.repeat(2_000), '['.repeat(5_000), '\u00e9'.repeat(1_000),
];

/** The Big List of Naughty Strings, where the data to test with is at hand. */
function bigList(): string[] {
  const directory = process.env.COMMONPLACE_DATA;
  return directory ? (JSON.parse(readFileSync(join(directory, 'strings', 'blns.json'), 'utf8')) as string[]) : [];
}

export const hostileStrings: readonly string[] = [...new Set([...own, ...bigList()])];
