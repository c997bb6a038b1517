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

/** Neighbours under the same mark as one group, so that none is closed to be opened again. */
function groupsBy(mark: Mark, runs: readonly Run[]): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group?.[0]?.[mark] === run[mark]) group?.push(run);
    else groups.push([run]);
  }
  return groups;
}

/** Writes runs with their marks properly nested; `before` and `after` are the characters beside them. */
function nested(runs: readonly Run[], left: readonly Mark[], before: string, after: string): string {
  // The mark with the fewest groups goes outside: <i>x<b>y</b></i> is one italic stretch.
  const [mark] = left.toSorted((one, other) => groupsBy(one, runs).length - groupsBy(other, runs).length);
  if (!mark) return runs.map((run) => (run.text === '\n' || run.href ? escaped(run.text) : withAddresses(run.text))).join('');
  const deeper = left.filter((other) => other !== mark);
  let out = '';
  const groups = groupsBy(mark, runs);
  for (const [at, group] of groups.entries()) {
    const first = groups[at - 1]?.at(-1)?.text.at(-1) ?? before;
    const last = groups[at + 1]?.[0]?.text[0] ?? after;
    const value = group[0]?.[mark];
    const wrap = value ? wrapping(mark, group, String(value), first, last, /(?<!\\)[*_]$/.test(out)) : undefined;
    if (wrap) out += wrap(nested(group, deeper, '', ''));
    else out += nested(value ? group.map((run) => ({ ...run, bold: false, italic: false })) : group, deeper, first, last);
  }
  return out;
}

const word = /[\p{L}\p{N}]/u;

/**
 * How to put a mark around a group, leaving spaces outside; undefined where Markdown would not take
 * it for a mark there: beside another, or between a word and punctuation (CommonMark's flanking rule).
 */
function wrapping(mark: Mark, group: readonly Run[], value: string, before: string, after: string, beside: boolean) {
  const text = group.map((run) => run.text).join('');
  const core = text.trim();
  if (core === '') return undefined;
  const around = (open: string, close: string) => (inner: string) =>
    inner.replace(/^(\s*)([\s\S]*?)(\s*)$/, (_, start, middle, end) => start + open + middle + close + end);
  if (mark === 'spoiler') return around('||', '||');
  if (mark === 'href') return around('[', `](${value.replace(/[()\\]/g, percent)})`);
  const inWordBefore = word.test(before) && !/^\s/.test(text);
  const inWordAfter = word.test(after) && !/\s$/.test(text);
  if (beside || (inWordBefore && !word.test(core[0] ?? '')) || (inWordAfter && !word.test(core.at(-1) ?? ''))) return undefined;
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
  return text.replace(/[\\`*_[\]<|~]|&(?=#?\w+;)/g, '\\$&');
}

/** Escapes what only the start of a line makes a heading, quotation, list or rule. */
function startOfLine(line: string): string {
  return line.replace(/^([#>+=-])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
