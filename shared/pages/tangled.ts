import { cellsOf, Tables } from './tables.ts';

/** Lists and quotes in each other: as many as a line of stars between spaces may have that parts a text. */
const deepest = 50;
/** Columns by which an entry of a list is indented. */
const widest = 100;
/** The square of the marks in each paragraph, all together: beyond, reading them takes more than a few tenths of a second. */
const mostWork = 4_000_000;
/** Quotes and lists one after the other: each is laid beside all before. */
const mostOpened = 2_000;
/** Characters looked at for the ends of what may be HTML or code, all together: beyond, it takes as long. */
const mostSought = 3_000_000;
/** Cells of tables: half the time that a list takes which fills what is shown of a text at first. */
const mostCells = 20_000;
/** Lines that a quote or list goes on with although nothing says so, each times the lines of its paragraph before it. */
const mostLazy = 2_000_000;

const containers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/;
const marks = /\*+|_+|[[\]]/g;
/** What is looked for the end of through all of its paragraph. */
const unended = /<[?!]|`{3,}|\\`/g;
/** Fenced code that nothing else is around; where HTML begins, or a fence may stand in an entry or not, a fence may be none. */
const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/s;
const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const indentedFence = /^ {1,3}(?:```|~~~)/;
const html = /^ {0,3}</m;
const quoted = /^(?: {0,3}> ?)+/;
const blank = /^[ \t]*$/;
/** What ends a paragraph whatever is around it: an entry numbered otherwise, or an empty one, does not. */
const begins = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:[-+*]|1[.)])[ \t]+[^ \t])/;
const numbered = /^\d{1,9}[.)][ \t]+[^ \t]/;

/**
 * Whether Markdown is made so that reading it takes far longer than its length says, or goes too deep: readers of CommonMark
 * look at each open bracket, emphasis, list and quote again for those that follow, so that ten thousand characters of `- `
 * take seven seconds. One pass over the text; what may be one paragraph counts as one.
 */
export function isTangled(markdown: string): boolean {
  const text = markdown.replace(/^\uFEFF/, '');
  let hasCode = !html.test(text);
  let [work, sought, inParagraph, soughtInParagraph] = [0, 0, 0, 0];
  let open: string | undefined;
  let endsByNumber = true;
  let [opened, around] = [0, ''];
  let [lazy, inQuoteOrList, linesBefore] = [0, '', 0];
  const tables = new Tables();
  for (const line of text.split(/\r\n?|\n/)) {
    if (open !== undefined) {
      if (closing.exec(line)?.[1]?.startsWith(open)) open = undefined;
      continue;
    }
    if (indentedFence.test(line)) hasCode = false;
    const [, ticks, tildes] = (hasCode && fence.exec(line)) || [];
    open = ticks ?? tildes;
    if (open !== undefined) tables.end();
    const [lead = ''] = containers.exec(line) ?? [];
    if ((lead.match(/>|[-+*]|\d+/g)?.length ?? 0) > deepest) return true;
    if (lead !== '' && columnsOf(line) > widest) return true;
    const now = aroundNext(line, lead, around);
    if (now !== around && now !== '') opened += 1;
    if (lead !== '') opened += Math.max(0, now.replaceAll('>', '').length - 1);
    around = now;
    const within = line.replace(quoted, '');
    // What a comment of HTML ends in looks like a table, and is none.
    const isRow = tables.isRow(line, line.slice(lead.length)) && hasCode;
    if (tables.cells > mostCells) return true;
    const isNew: boolean =
      open !== undefined || isRow || blank.test(within) || begins.test(within) || (endsByNumber && numbered.test(line));
    // After an entry, or nothing, any number begins an entry.
    endsByNumber = blank.test(line) || (isNew && /^(?:[-+*]|\d+[.)])[ \t]/.test(line));
    if (isNew) [inParagraph, soughtInParagraph, inQuoteOrList, linesBefore] = [0, 0, '', 0];
    if (open !== undefined) continue;
    if (linesBefore === 0 || (lead !== '' && now.length >= inQuoteOrList.length)) inQuoteOrList = now;
    // A quote of which every line says so is not lazy.
    else if (inQuoteOrList !== '' && (now !== inQuoteOrList || lead === '')) lazy += 2 * linesBefore;
    if (!blank.test(within)) linesBefore += 1;
    for (const part of isRow ? cellsOf(line) : [line]) {
      const found = part.match(marks)?.length ?? 0;
      work += found * (2 * inParagraph + found);
      if (!isRow) inParagraph += found;
    }
    soughtInParagraph += line.match(unended)?.length ?? 0;
    sought += soughtInParagraph * line.length;
    if (work > mostWork || sought > mostSought || opened > mostOpened || lazy > mostLazy) return true;
  }
  return false;
}

/** Which quotes and lists a line stands in, as far as its own marks and those before say. */
function aroundNext(line: string, lead: string, before: string): string {
  if (lead !== '') return lead.replace(/[\s\d]+/g, '');
  const goesOn = blank.test(line) ? !before.includes('>') : /^[ \t]/.test(line);
  return goesOn ? before : '';
}

/** How far a line is indented. */
function columnsOf(line: string): number {
  const [space = ''] = /^[ \t]*/.exec(line) ?? [];
  return space.length + 3 * (space.match(/\t/g)?.length ?? 0);
}
