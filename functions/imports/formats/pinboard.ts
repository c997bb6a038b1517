import type { ImportedSave } from './imported-save.ts';
import { recordsOf } from './json.ts';
import { linkSave } from './link-record.ts';
import { textOf } from './written-text.ts';

/**
 * Reads a Pinboard export, which calls the title `description` and the note `extended`. What is not said to be shared
 * is private. @throws import_too_long
 */
export function readPinboard(file: unknown): ImportedSave[] {
  return recordsOf(file).map((record, index) =>
    linkSave(
      {
        address: textOf(record.href),
        title: textOf(record.description),
        time: record.time,
        private: textOf(record.shared) !== 'yes',
        note: textOf(record.extended),
        tags: textOf(record.tags).split(/\s/),
        ...(textOf(record.toread) === 'yes' ? { stage: 'wanted' as const } : {}),
      },
      index + 1,
    ),
  );
}
