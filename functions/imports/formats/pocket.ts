import { readTable } from './csv-table.ts';
import { type Attributes, readHtml } from './html-tokens.ts';
import type { ImportedSave, Stage } from './imported-save.ts';
import { atMostRows } from './limits.ts';
import { linkSave } from './link-record.ts';

/** Reads a Pocket export as a table. Nobody else saw what lay in Pocket. @throws import_unreadable, import_too_long */
export function readPocketCsv(text: string): ImportedSave[] {
  const rows = readTable(text, {
    of: 'Pocket',
    names: ['title', 'url', 'time_added', 'tags', 'status'],
    needed: ['url', 'time_added'],
  });
  return rows.map((row, index) =>
    linkSave(
      {
        address: row.url ?? '',
        title: row.title ?? '',
        time: row.time_added,
        private: true,
        tags: (row.tags ?? '').split('|'),
        ...stageOf(row.status ?? ''),
      },
      index + 1,
    ),
  );
}

/** Reads a Pocket export as a page: a heading and a list for what is unread, and for the archive. @throws import_too_long */
export function readPocketHtml(html: string): ImportedSave[] {
  const entries: { attributes: Attributes; title: string; status: string }[] = [];
  let status = '';
  let into: 'heading' | 'title' | undefined;
  readHtml(html, {
    start(name, attributes) {
      if (name === 'h1') {
        status = '';
        into = 'heading';
      } else if (name === 'a') {
        entries.push({ attributes, title: '', status: status.slice(0, 40) });
        atMostRows(entries.length);
        into = 'title';
      }
    },
    end(name) {
      if (name === 'h1' || name === 'a') into = undefined;
    },
    text(text) {
      const entry = entries.at(-1);
      if (into === 'heading') status += text;
      else if (into === 'title' && entry) entry.title += text;
    },
  });
  return entries.map(({ attributes, title, status }, index) =>
    linkSave(
      {
        address: attributes.get('href') ?? '',
        title,
        time: attributes.get('time_added'),
        private: true,
        tags: (attributes.get('tags') ?? '').split(','),
        ...stageOf(status),
      },
      index + 1,
    ),
  );
}

function stageOf(status: string): { stage?: Stage } {
  if (/unread/i.test(status)) return { stage: 'wanted' };
  return /archive/i.test(status) ? { stage: 'finished' } : {};
}
