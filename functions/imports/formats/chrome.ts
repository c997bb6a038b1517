import { readTree } from './browser-tree.ts';
import type { ImportedSave } from './imported-save.ts';
import { objectOf } from './json.ts';
import { textOf } from './written-text.ts';

/** Seconds from 1601, where Chrome begins to count, to 1970. */
const since1601 = 11_644_473_600;

/** Reads the file in which Chrome and its relatives keep bookmarks. Its own folders are no tags. @throws import_too_long */
export function readChrome(file: unknown): ImportedSave[] {
  const roots = Object.values(objectOf(objectOf(file).roots)).map(objectOf);
  const own = new Set(roots);
  return readTree(roots, {
    folder: (node) => (own.has(node) ? undefined : textOf(node.name)),
    bookmark: (node) =>
      node.type === 'url'
        ? { address: textOf(node.url), title: textOf(node.name), time: timeOf(node.date_added), tags: [] }
        : undefined,
  });
}

/** Microseconds since 1601 as seconds since 1970; what is none is left to be reported. */
function timeOf(written: unknown): unknown {
  const text = textOf(written);
  if (!/^\d{1,20}$/.test(text) || /^0+$/.test(text)) return written;
  const seconds = Math.floor(Number(text) / 1_000_000) - since1601;
  return seconds > 0 ? seconds : 'before 1970';
}
