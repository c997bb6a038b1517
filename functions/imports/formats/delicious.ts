import type { ImportedSave } from './imported-save.ts';
import { listOf, recordsOf } from './json.ts';
import { linkSave } from './link-record.ts';
import { textOf } from './written-text.ts';

/** Reads a Delicious export as JSON. What is not said to be public is private. @throws import_too_long */
export function readDelicious(file: unknown): ImportedSave[] {
  return recordsOf(file).map((record, index) =>
    linkSave(
      {
        address: textOf(record.url),
        title: textOf(record.title),
        time: record.created,
        private: record.private !== false && textOf(record.private) !== '0',
        note: textOf(record.description),
        tags: Array.isArray(record.tags) ? listOf(record.tags).map(textOf) : textOf(record.tags).split(','),
      },
      index + 1,
    ),
  );
}
