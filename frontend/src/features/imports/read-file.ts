const largest = 4_000_000;

/** What a file says, or why it cannot be handed in. A spreadsheet may have saved it in another encoding. */
export async function textOfFile(file: File): Promise<{ text: string } | { problem: string }> {
  if (file.type.startsWith('image/')) return { problem: 'This file is a picture, not an export.' };
  if (/zip/.test(file.type)) return { problem: 'This file is an archive. Unpack it and choose what is inside.' };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return { problem: 'This file could not be read. Choose it again.' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return {
      problem: 'This file is not in UTF-8. Take it as it was given to you; from a spreadsheet, save it as “CSV UTF-8”.',
    };
  }
  if (text.trim() === '') return { problem: 'This file is empty.' };
  if (text.length > largest)
    return { problem: 'This file is too large: at most 4 million characters can be taken at once.' };
  return { text };
}
