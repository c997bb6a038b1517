import { type Run, readReviewHtml } from './review-html.ts';

type Mark = Exclude<keyof Run, 'text'>;
const marks: readonly Mark[] = ['spoiler', 'href', 'bold', 'italic'];

/**
 * A Goodreads review (loose HTML) as our Markdown that reads the same: line breaks, emphasis,
 * links and `||spoilers||` are kept, other tags dropped, and what Markdown would take for markup
 * is escaped. `spoiler` hides the whole of it.
 */
export function reviewMarkdown(html: string, spoiler = false): string {
  return paragraphs(readReviewHtml(html, spoiler)).map(markdownLines).filter(Boolean).join('\n\n');
}

/** Two or more line breaks in a row end a paragraph; spaces beside a break are dropped. */
function paragraphs(runs: readonly Run[]): Run[][] {
  const all: Run[][] = [];
  let current: Run[] = [];
  let breaks: Run[] = [];
  for (const run of runs) {
    if (run.text === '\n') breaks.push(run);
    else if (breaks.length > 0 && run.text.trim() === '') continue;
    else {
      if (breaks.length > 1) {
        all.push(current);
        current = [];
      } else if (current.length > 0) current.push(...breaks);
      breaks = [];
      current.push(run);
    }
  }
  return [...all, current];
}

function markdownLines(runs: readonly Run[]): string {
  return nested(runs, marks, '', '')
    .split('\n')
    .map((line) => startOfLine(line.trim().replace(/ {2,}/g, ' ')))
    .filter(Boolean)
    .join('  \n');
}

/** Neighbours of which the same holds, as groups. */
function grouped(runs: readonly Run[], of: (run: Run) => unknown): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group?.[0] && of(group[0]) === of(run)) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

/** Writes runs with their marks properly nested; `before` and `after` are the characters beside them. */
function nested(runs: readonly Run[], left: readonly Mark[], before: string, after: string): string {
  const stretches = grouped(runs, (run) => left.some((mark) => run[mark]));
  if (stretches.length > 1)
    return joined(stretches, before, after, (stretch, first, last) => nested(stretch, left, first, last));
  // The mark with the fewest groups goes outside: <i>x<b>y</b></i> is one italic stretch.
  const [mark] = left.toSorted(
    (one, other) => grouped(runs, (run) => run[one]).length - grouped(runs, (run) => run[other]).length,
  );
  if (!mark)
    return runs.map((run) => (run.text === '\n' || run.href ? escaped(run.text) : withAddresses(run.text))).join('');
  const deeper = left.filter((other) => other !== mark);
  return joined(
    grouped(runs, (run) => run[mark]),
    before,
    after,
    (group, first, last, tail) => {
      const value = group[0]?.[mark];
      if (!value) return nested(group, deeper, first, last);
      const wrap = wrapping(mark, group, String(value), first, last, /(?<!\\)[*_]$/.test(tail));
      return wrap
        ? wrap(nested(group, deeper, '', ''))
        : nested(
            group.map((run) => ({ ...run, bold: false, italic: false })),
            deeper,
            first,
            last,
          );
    },
  );
}

function joined(
  groups: readonly Run[][],
  before: string,
  after: string,
  write: (group: Run[], first: string, last: string, tail: string) => string,
): string {
  let out = '';
  // What is asked of the text so far is its end alone: the whole, at every group, would cost the square of a review.
  let tail = '';
  for (const [at, group] of groups.entries()) {
    const first = groups[at - 1]?.at(-1)?.text.at(-1) ?? before;
    const last = groups[at + 1]?.[0]?.text[0] ?? after;
    const written = write(group, first, last, tail);
    out += written;
    tail = (tail + written).slice(-2);
  }
  return out;
}

const word = /[\p{L}\p{N}]/u;
/** Neither space nor plain punctuation: half an emoji too, which Markdown parsers do not agree on. */
const wordLike = /[^\s!-/:-@[-`{-~]/;

/**
 * How to put a mark around a group, leaving spaces outside; undefined where Markdown would not take
 * it for a mark there: beside another, or between a word and punctuation (CommonMark's flanking rule).
 */
function wrapping(mark: Mark, group: readonly Run[], value: string, before: string, after: string, beside: boolean) {
  const text = group.map((run) => run.text).join('');
  const core = text.trim();
  if (core === '') return undefined;
  const around = (open: string, close: string) => (inner: string) => {
    const start = inner.length - inner.trimStart().length;
    const end = inner.trimEnd().length;
    return inner.slice(0, start) + open + inner.slice(start, end) + close + inner.slice(end);
  };
  if (mark === 'spoiler') return around('||', '||');
  if (mark === 'href') return around('[', `](${value.replace(/[()\\]/g, percent)})`);
  const inWordBefore = wordLike.test(before) && !/^\s/.test(text);
  const inWordAfter = wordLike.test(after) && !/\s$/.test(text);
  if (beside || (inWordBefore && !word.test(core[0] ?? '')) || (inWordAfter && !word.test(core.at(-1) ?? '')))
    return undefined;
  const sign = mark === 'bold' ? '**' : inWordBefore || inWordAfter ? '*' : '_';
  return around(sign, sign);
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** Text with bare web addresses kept whole, as autolinks. */
function withAddresses(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?')\]*_|])/i)
    .map((part, at) => (at % 2 === 1 ? `<${part}>` : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<|~]|&(?=#?\w+;|$)/g, '\\$&');
}

/** Escapes what only the start of a line makes a heading, quotation, list or rule. */
function startOfLine(line: string): string {
  return line.replace(/^([#>+=-]|:(?=-))/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
