import type { ExportFormat } from '#shared/exports/schema.ts';
import { as } from '#tests/integration/contract/call.ts';

/** The origin that the files of tests name. */
export const site = 'https://commons.example.org';

/** A person's whole file of a format, put together from its pieces, and how many there were. */
export async function wholeFile(
  name: string,
  format: ExportFormat,
): Promise<{ text: string; pieces: number; filename: string }> {
  let text = '';
  let cursor: string | undefined;
  for (let pieces = 1; ; pieces++) {
    const piece = await as(name).done('exportMine', {
      params: { format },
      query: { site, ...(cursor ? { cursor } : {}) },
    });
    text += piece.text;
    if (piece.next === null) return { text, pieces, filename: piece.filename };
    cursor = piece.next;
  }
}
