import { control } from '#shared/text.ts';

/** What no title or note may hold. */
const controls = new RegExp(control, 'gu');

/** Text or a number of a file as text; anything else is nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** Text as one line: runs of blanks are one space. */
export function oneLine(text: string | undefined): string {
  return (text ?? '').toWellFormed().replace(controls, '').replace(/\s+/g, ' ').trim();
}

/** Text of several lines without blanks at their ends and around it; undefined where nothing is left. */
export function severalLines(text: string): string | undefined {
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '').split('\n');
  return (
    lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trim() || undefined
  );
}

const maxTitle = 300;

/** Text as one line that keeps its own blanks: only what breaks lines and pages is a space. */
function asTitle(text: string): string {
  const lines = text.toWellFormed().split(/[\t\n\v\f\r\u0085\u2028\u2029]/);
  return lines
    .map((line) => line.replace(controls, '').trim())
    .filter(Boolean)
    .join(' ');
}

/** A title of at most 300 characters, the address where none is written. */
export function takeTitle(written: string, address: string): { title: string; problems: string[] } {
  const title = asTitle(written) || oneLine(address);
  if (title.length <= maxTitle) return { title, problems: [] };
  return {
    title: `${title.slice(0, maxTitle - 1).toWellFormed()}…`.replace('\ufffd…', '…'),
    problems: written ? [`The title is cut at ${maxTitle} characters`] : [],
  };
}

/** The start of a text as a problem quotes it. */
export function quoted(text: string): string {
  const line = oneLine(text.slice(0, 200));
  return `“${line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line}”`;
}
