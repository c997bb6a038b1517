import { largestHandedIn, largestPlaceFile, lookedThroughFrom, placeFormat } from '#shared/imports/place-files.ts';
import { byteSize } from '../../ui/byte-size.ts';

type Read = { text: string; note?: string } | { problem: string };

/** What a file says, or why it cannot be handed in. A spreadsheet may have saved it in another encoding. */
export async function textOfFile(file: File, progress: (part: number) => boolean): Promise<Read> {
  if (file.type.startsWith('image/')) return { problem: 'This file is a picture, not an export.' };
  if (/zip/.test(file.type)) return { problem: 'This file is an archive. Unpack it and choose what is inside.' };
  if (/\.pbf$/i.test(file.name))
    return { problem: 'This file is OpenStreetMap’s binary format. Bring the area as XML or GeoJSON instead.' };
  if (file.size > lookedThroughFrom) {
    const large = await largeFile(file, progress);
    if (large) return large;
  }
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
  if (text.length > largestHandedIn)
    return { problem: 'This file is too large: at most 4 million characters can be taken at once.' };
  return { text };
}

/** A file that is too large to be handed in whole: of places, what an import reads of them. Undefined where it may fit after all. */
async function largeFile(file: File, progress: (part: number) => boolean): Promise<Read | undefined> {
  const start = await file
    .slice(0, 65_536)
    .text()
    .catch(() => '');
  const format = placeFormat(start);
  // Four bytes are one character at most.
  if (!format && file.size <= 4 * largestHandedIn) return undefined;
  if (!format)
    return {
      problem: `This file is too large (${byteSize(file.size)}): at most 4 million characters can be taken at once.`,
    };
  if (file.size > largestPlaceFile)
    return {
      problem: `This file is too large (${byteSize(file.size)}): of places, at most ${byteSize(largestPlaceFile)} can be looked through. Cut a smaller area out of it.`,
    };
  const { lookThroughPlaces } = await import('./large-places.ts');
  return lookThroughPlaces(file, format, progress);
}
