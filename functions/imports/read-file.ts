import type { ImportFormat } from '#shared/imports/schema.ts';
import type { ImportedSave } from './formats/imported-save.ts';

/**
 * Reads a file of any format. A reader of foreign files is a fifth of the function: only who imports waits for it to load.
 * @throws import_unreadable, import_too_long
 */
export async function readFile(
  text: string,
  options: { format?: ImportFormat; filename?: string },
): Promise<{ format: ImportFormat; saves: ImportedSave[] }> {
  const { readExport } = await import('./formats/formats.ts');
  return readExport(text, options);
}
