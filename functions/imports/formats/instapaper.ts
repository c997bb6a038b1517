import { readTable } from './csv-table.ts';
import type { ImportedSave } from './imported-save.ts';
import { listOf } from './json.ts';
import { type LinkRecord, linkSave } from './link-record.ts';
import { oneLine, textOf } from './written-text.ts';

/** Reads an Instapaper export. Nobody else saw what lay there. @throws import_unreadable, import_too_long */
export function readInstapaper(text: string): ImportedSave[] {
  const rows = readTable(text, {
    of: 'Instapaper',
    names: ['URL', 'Title', 'Selection', 'Folder', 'Timestamp', 'Tags'],
    needed: ['URL', 'Title', 'Folder'],
  });
  return rows.map((row, index) => {
    const { tags, ...placed } = placeOf(oneLine(row.Folder));
    return linkSave(
      {
        address: row.URL ?? '',
        title: row.Title ?? '',
        time: row.Timestamp,
        private: true,
        note: row.Selection ?? '',
        tags: [...tagsOf(row.Tags ?? ''), ...tags],
        ...placed,
      },
      index + 1,
    );
  });
}

/** The three folders that everybody has say how far one is; those people made are tags. */
function placeOf(folder: string): Pick<LinkRecord, 'tags' | 'stage' | 'shelves'> {
  switch (folder.toLowerCase()) {
    case 'unread':
      return { tags: [], stage: 'wanted' };
    case 'archive':
      return { tags: [], stage: 'finished' };
    case 'starred':
      return { tags: [], shelves: ['starred'] };
    default:
      return { tags: [folder] };
  }
}

/** `["one","two"]`, or with commas between them. */
function tagsOf(written: string): string[] {
  if (!written.startsWith('[')) return written.split(',');
  try {
    return listOf(JSON.parse(written)).map(textOf);
  } catch {
    return written.replace(/[[\]"]/g, '').split(',');
  }
}
