import { itemsByIdentifiers } from '#functions/items/reader.ts';
import { environment } from '#functions/runtime/environment.ts';
import type { ImportFormat } from '#shared/imports/schema.ts';
import type { ImportedSave } from './formats/imported-save.ts';

type Options = {
  format?: ImportFormat;
  filename?: string;
  /** Who brings it. */
  handle: string | undefined;
  now: Date;
};

/**
 * Reads a file of any format. A reader of foreign files is a fifth of the function: only who imports waits for it to load.
 * @throws import_unreadable, import_too_long
 */
export async function readFile(
  text: string,
  options: Options,
): Promise<{ format: ImportFormat; saves: ImportedSave[] }> {
  const { format } = options;
  if (format === undefined || format === 'mangrove') {
    // By the same door as the other formats: one more would cut what every write loads into smaller files.
    const { isMangrove, readMangrove } = await import('./formats/formats.ts');
    if (format === 'mangrove' || isMangrove(text)) {
      const { handle, now } = options;
      const owner = handle === undefined ? undefined : { handle, site: environment.userPoolClientId };
      return { format: 'mangrove', saves: await readMangrove(text, { owner, now, titlesOf: titlesOfBooks }) };
    }
  }
  const { readExport } = await import('./formats/formats.ts');
  return readExport(text, options);
}

/** The titles of the books that are here, by ISBN. */
async function titlesOfBooks(isbns: readonly string[]): Promise<Map<string, string>> {
  const items = await itemsByIdentifiers(isbns.map((isbn) => `isbn:${isbn}`));
  return new Map([...items].map(([name, { title }]) => [name.slice('isbn:'.length), title]));
}
