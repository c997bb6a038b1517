import { createElement } from 'react';
import { expect, it } from 'vitest';
import MarkdownView from '#frontend/ui/markdown-view.tsx';
import { htmlOf, markdown } from '#functions/feeds/content.ts';
import { isTangled } from '#shared/pages/tangled.ts';

const bomb = `${'- '.repeat(1_500)}a`;
const emphasis = (line: string) => `a\n${`${line}\n`.repeat(1_500)}`;

it.each([
  ['lists in each other on one line', '- '.repeat(5_000)],
  ['numbers in each other', '1) '.repeat(3_000)],
  ['quotes in each other', '>'.repeat(10_000)],
  ['quotes in each other, line by line', Array.from({ length: 140 }, (_, n) => '>'.repeat(n)).join('\n')],
  ['entries each further in', Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
  ['emphasis that nothing ends', '*a_'.repeat(3_300)],
  ['emphasis of two kinds', `a${'*_'.repeat(5_000)}`],
  ['the same over many lines', '*a_*a_\n'.repeat(3_000)],
  ['brackets', '['.repeat(10_000)],
  ['what looks like code within HTML', `<!--\n\`\`\`\n-->\n\n${'*a_'.repeat(3_300)}`],
  ['what looks like code and has a mark in its name', `\`\`\`a\`b\n${'*a_'.repeat(3_300)}`],
  ['quotes one after the other', '>\n\n'.repeat(3_300)],
  ['lists of two kinds in turn', '+ \n* '.repeat(2_000)],
  ['what follows code whose end is indented', `\`\`\`\n \`\`\`\n${bomb}`],
  ['what follows code whose beginning is indented', ` \`\`\`\n\`\`\`\n${bomb}`],
  ['what follows code with half a fence in it', `\`\`\`\n\`\`\`~\n\`\`\`\n${bomb}`],
  ['what follows code whose lines end with a return', `~~~\r\n~~~\n${bomb}`],
  ['what follows code with a return alone in it', `\`\`\`\nfoo\r\`\`\`\n${bomb}`],
  ['what follows code with a separator in its name', `~~~ \u2028\n~~~\n${bomb}`],
  ['what follows code at a mark of byte order', `\uFEFF\`\`\`\n\`\`\`\n${bomb}`],
  ['instructions that nothing ends', `a ${'<?'.repeat(5_000)}`],
  ['instructions and comments, line by line', 'a <? b <!-- c\n'.repeat(700)],
  ['code that begins behind a mark that is none', '``\\'.repeat(3_300)],
  ['fences each longer within a text', Array.from({ length: 440 }, (_, n) => '`'.repeat(n)).join('a')],
  ['emphasis in a quote of many lines', emphasis('> *a_*a_')],
  ['emphasis after what is no heading', emphasis('#*a_*a_')],
  ['emphasis after what is too far in for a heading', emphasis('    # *a_*a_')],
  ['emphasis after what is too far in for an entry', emphasis('    - *a_*a_')],
  ['emphasis after numbers that begin no list', emphasis('2. *a_*a_')],
  ['emphasis between empty entries', emphasis('*a_*a_\n*')],
])('is not read as Markdown: %s', (_what, text) => {
  expect(isTangled(text)).toBe(true);
  // As it is written, spoilers hidden.
  expect(htmlOf(markdown(`${text}\n\n||who|did||`, 'https://example.org'))).toMatch(/^<pre>[\s\S]*▒▒▒<\/pre>$/);
});

it.each([
  ['a long list of links', '- [a *title*](https://example.org/a_b_c), of it\n'.repeat(10_000)],
  ['many paragraphs', `${'Some **words** and _more_ [of them](/i/x). '.repeat(10)}\n\n`.repeat(1_000)],
  ['a line of stars between two parts', `A\n\n${'* '.repeat(40)}\n\nB`],
  [
    'code with pointers and lists',
    `\`\`\`c\n${'char *a[10][10] = { *b[1], *c[2] };\n'.repeat(2_000)}\`\`\`\n\nSo it is.`,
  ],
  ['a long numbered list', Array.from({ length: 3_000 }, (_, n) => `${n + 1}. [a *title*](/i/x)\n`).join('')],
  ['a list of quotes with their sources', '> **Some** words, *here*.\n> [Source](/i/x)\n\n'.repeat(2_000)],
  ['code within an entry', `- So:\n\n  \`\`\`c\n  char *a[10];\n  \`\`\`\n\n`.repeat(500)],
  ['a text about comments', `${'Begin with `<!--` and end with `-->`. '.repeat(20)}\n\n`.repeat(50)],
  ['a dozen lists in each other', Array.from({ length: 12 }, (_, n) => `${'  '.repeat(n)}- entry`).join('\n')],
])('is read as Markdown: %s', (_what, text) => {
  expect(isTangled(text)).toBe(false);
});

it('hides spoilers on a page, too, where it is shown as it is written', () => {
  const html = htmlOf(createElement(MarkdownView, { text: `${bomb}\n\n||who|did||` }));
  expect(html).toMatch(/▒▒▒<\/p>$/);
});
