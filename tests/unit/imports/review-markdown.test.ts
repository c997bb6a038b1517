import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import ReactMarkdown from 'react-markdown';
import { describe, expect, it } from 'vitest';
import { reviewMarkdown } from '#functions/imports/formats/review-markdown.ts';
import { readTables } from '#shared/pages/tables.ts';
import fc from '#tests/setup/properties.ts';

describe('a Goodreads review as Markdown', () => {
  it.each([
    ['keeps line breaks', 'one<br/>two<br>three<br /><br />four', 'one  \ntwo  \nthree\n\nfour'],
    ['takes a typed line end for a break', 'one\ntwo\r\n\r\nthree', 'one  \ntwo\n\nthree'],
    ['keeps spoilers', 'Well. <spoiler>He <b>dies</b>.</spoiler>', 'Well. ||He **dies**.||'],
    ['closes spoilers at the end of a paragraph', '<spoiler>one<br/><br/>two</spoiler>', '||one||\n\n||two||'],
    [
      'keeps links',
      '<a href="https://a.org/?x=1&amp;y=(2)" rel="nofollow">here</a>',
      '[here](https://a.org/?x=1&y=%282%29)',
    ],
    [
      'completes links within Goodreads',
      '<a href="/book/show/7">it</a>',
      '[it](https://www.goodreads.com/book/show/7)',
    ],
    ['drops links that are no web address', '<a href="javascript:alert(1)">it</a>', 'it'],
    ['keeps emphasis', 'so <i>very</i> <strong>good</strong>', 'so _very_ **good**'],
    ['keeps emphasis within a word', 'un<i>believ</i>able', 'un*believ*able'],
    ['leaves spaces outside emphasis', 'a<b> b </b>c', 'a **b** c'],
    ['nests emphasis', '<i>a<b>b</b></i>', '_a**b**_'],
    ['drops other tags', '<p>a</p><img src="x.png"><u>b</u><script>alert(1)</script>', 'a\n\nb'],
    [
      'reads named and numbered characters',
      'Tom &amp; Jerry &hellip; &#39;s &#x1F600; AT&T',
      "Tom & Jerry … 's 😀 AT&T",
    ],
    ['takes a lone < for what it is', 'I <3 this, 1 < 2, if x<y then', 'I \\<3 this, 1 \\< 2, if x\\<y then'],
    ['drops an end tag that nothing opened', 'a</i> b', 'a b'],
    [
      'escapes what would be Markdown',
      '*a* _b_ `c` [d](e) ~f~ ||g||',
      '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\|\\|g\\|\\|',
    ],
    [
      'escapes what would begin a list, heading or quotation',
      '# a<br/>1. b<br/>- c<br/>&gt; d',
      '\\# a  \n1\\. b  \n\\- c  \n\\> d',
    ],
    ['keeps bare addresses whole', 'see https://a.org/b_c_d.', 'see <https://a.org/b_c_d>.'],
    ['writes lists as lines', '<ul><li>a</li><li>b</li></ul>', '• a  \n• b'],
    ['has nothing where there is nothing', ' <br/> <i> </i> ', ''],
  ])('%s', (_, html, markdown) => {
    expect(reviewMarkdown(html)).toBe(markdown);
  });

  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };
  const shown = (markdown: string) =>
    renderToStaticMarkup(createElement(ReactMarkdown, { remarkPlugins: [readTables] }, markdown))
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:lt|gt|quot|amp|#x27);/g, (entity) => entities[entity] ?? entity)
      .replace(/\s+/g, ' ')
      .trim();

  it('reads the same when shown, whatever signs the text has', () => {
    const sign = fc.constantFrom(...'ab12 *_`[]()<>!#+-=.~|\\&;:"\'é😀', '  ', '\n', '\n:-', '1. ', '&amp;'.slice(1));
    const text = fc.array(sign, { maxLength: 30 }).map((signs) => signs.join(''));
    const html = (plain: string) => plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const part = fc.tuple(fc.constantFrom('', 'i', 'b', 'u', 'em'), text);

    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const written = parts.map(([tag, plain]) => (tag ? `<${tag}>${html(plain)}</${tag}>` : html(plain))).join('');
        const plain = parts
          .map(([, plain]) => plain)
          .join('')
          .replace(/\s+/g, ' ')
          .trim();
        expect(shown(reviewMarkdown(written))).toBe(plain);
      }),
      { numRuns: 500 },
    );
  });
});
