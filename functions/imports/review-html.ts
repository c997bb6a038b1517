import sax from 'sax';

/** A stretch of text with the marks it stands under. `\n` alone is a line break. */
export type Run = { text: string; spoiler: boolean; href: string; bold: boolean; italic: boolean };

const blocks = new Set(['p', 'div', 'blockquote', 'ul', 'ol', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const markOf = new Map<string, 'spoiler' | 'bold' | 'italic'>([
  ['spoiler', 'spoiler'],
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
]);
/** Goodreads writes addresses of its own pages without a host. */
const base = 'https://www.goodreads.com/';
const root = 'goodreads-review';

/** Reads the loose HTML of a Goodreads review into runs of text; tags without a mark of ours are dropped. */
export function readReviewHtml(html: string, spoiler: boolean): Run[] {
  const runs: Run[] = [];
  const open = { spoiler: spoiler ? 1 : 0, bold: 0, italic: 0 };
  const hrefs: string[] = [];
  const add = (text: string) => {
    runs.push({ text, spoiler: open.spoiler > 0, href: hrefs.at(-1) ?? '', bold: open.bold > 0, italic: open.italic > 0 });
  };
  const lineBreak = (times: number) => {
    for (let i = 0; i < times; i++) add('\n');
  };
  // The parser hands an end tag that nothing opened on as text, after saying so.
  let strayEnd = false;
  const addText = (text: string) => {
    add((strayEnd ? text.replace(/^<\/[^>]*>/, '') : text).replace(/\s+/g, ' '));
    strayEnd = false;
  };

  // Not strict: unclosed and stray tags pass, and the named characters of HTML are known.
  const parser = sax.parser(false, { lowercase: true });
  parser.onerror = (error) => {
    strayEnd = error.message.startsWith('Unmatched closing tag');
    parser.resume();
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onopentag = ({ name, attributes }) => {
    const mark = markOf.get(name);
    if (mark) open[mark] += 1;
    else if (name === 'a') hrefs.push(webHref(attributes.href));
    else if (name === 'br') lineBreak(1);
    else if (blocks.has(name)) lineBreak(2);
    else if (name === 'li') {
      lineBreak(1);
      add('• ');
    }
  };
  parser.onclosetag = (name) => {
    const mark = markOf.get(name);
    if (mark) open[mark] -= 1;
    else if (name === 'a') hrefs.pop();
    else if (blocks.has(name)) lineBreak(2);
  };

  // A line end beside a <br> is layout; one alone was meant by whoever typed it.
  const lines = html.replace(/\r\n?/g, '\n').replace(/\n*<br\s*\/?>\n*/gi, '<br/>').replace(/\n/g, '<br/>');
  const source = `<${root}>${lines}`;
  parser.write(source);
  // "if x<y and" at the very end looks like a tag that never ended: what was typed is text.
  const rest = parser.state === sax.STATE.TEXT ? '' : source.slice(Math.max(source.lastIndexOf('<'), source.lastIndexOf('&')));
  if (rest === '') parser.write(`</${root}>`).close();
  else parser.flush();
  if (rest !== '') addText(rest);
  return runs;
}

function webHref(href: string | { value: string } | undefined): string {
  const url = URL.parse(typeof href === 'string' ? href : '', base);
  return url && /^https?:$/.test(url.protocol) ? url.href : '';
}
