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
    const run = {
      text,
      spoiler: open.spoiler > 0,
      href: hrefs.at(-1) ?? '',
      bold: open.bold > 0,
      italic: open.italic > 0,
    };
    const last = runs.at(-1);
    if (last && sameMarks(last, run) && text !== '\n' && last.text !== '\n') last.text += text;
    else if (text !== '') runs.push(run);
  };
  const lineBreak = (times: number) => {
    for (let i = 0; i < times; i++) add('\n');
  };
  const addText = (text: string) => add(text.replace(/\s+/g, ' '));

  // Not strict: unclosed and stray tags pass, and the named characters of HTML are known.
  const parser = sax.parser(false, { lowercase: true });
  parser.onerror = () => {
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

  parser.write(`<${root}>${wellFormed(html)}</${root}>`).close();
  return runs;
}

/**
 * What a browser would take for tags and characters stays; every other `<` and `&` becomes text, and end tags
 * that nothing opened go. (The parser is stricter about both than pages of the web are.)
 */
function wellFormed(html: string): string {
  const open: string[] = [];
  const times = new Map<string, number>();
  const count = (name: string, change: number) => times.set(name, (times.get(name) ?? 0) + change);
  return (
    html
      .replace(/\r\n?/g, '\n')
      .replace(/(?:\n|<br\b[^<>]*>)+/gi, breaksOf)
      .replace(/&(?!#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]*;)/gi, '&amp;')
      // A comment that nothing ends goes on to the end of the text.
      .replace(
        /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z\d]*)\b[^<>]*>|</gi,
        (tag, end: string | undefined, written: string | undefined) => {
          if (!written) return tag === '<' ? '&lt;' : '';
          const name = written.toLowerCase();
          if (end === '') {
            if (!tag.endsWith('/>')) {
              open.push(name);
              count(name, 1);
            }
            return tag;
          }
          if (!times.get(name)) return '';
          for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
            count(inner, -1);
            if (inner === name) break;
          }
          return `</${name}>`;
        },
      )
  );
}

/** A line end beside a <br> is layout; one alone was meant by whoever typed it. */
function breaksOf(run: string): string {
  const tags = run.split('<').length - 1;
  return '<br/>'.repeat(tags || run.length);
}

function sameMarks(one: Run, other: Run): boolean {
  return (
    one.spoiler === other.spoiler && one.href === other.href && one.bold === other.bold && one.italic === other.italic
  );
}

function webHref(href: string | { value: string } | undefined): string {
  const url = URL.parse(typeof href === 'string' ? href : '', base);
  return url && /^https?:$/.test(url.protocol) ? url.href : '';
}
