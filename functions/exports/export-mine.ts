import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { AppError } from '#shared/app-error.ts';
import type { Format, Part, Source } from './part.ts';

/** UTF-16 units of a piece, but for its last entry: in any script, and as JSON, well below the 6 MB of an answer. */
const enough = 800_000;
/** How many pages of entries are read for a piece: a few seconds at most. */
const pagesAtMost = 15;

/** Where in a file a piece begins: in which part, after which entry, and whether that part has one already. */
type Place = { part: number; after: string | undefined; begun: boolean };

export const exportMine: Handler<'exportMine'> = async ({ params, query }, context) => {
  const profile = await requireAccount(context);
  // Only who exports waits for what writes files of others.
  const { formats } = await import('./formats/formats.ts');
  const format = formats[params.format];
  const list = `${context.caller.personId} ${params.format}`;
  const source = { caller: context.caller, site: query.site, now: context.now };
  const place = query.cursor === undefined ? undefined : readPlace(readCursor(list, query.cursor), format);
  const { text, next } = await pieceOf(format, source, place);
  return {
    text,
    next: next ? writeCursor(list, writePlace(next)) : null,
    filename: `commonplace-${profile?.handle ?? 'export'}-${context.now.toISOString().slice(0, 10)}${format.ending}`,
    contentType: format.contentType,
  };
};

async function pieceOf(
  format: Format,
  source: Source,
  from: Place | undefined,
): Promise<{ text: string; next?: Place }> {
  let { part, after, begun } = from ?? { part: 0, after: undefined, begun: false };
  let text = from ? '' : (await format.start(source)) + (format.parts[0]?.open ?? '');
  for (let pages = 0; ; pages++) {
    const { between, close, page } = format.parts[part] as Part;
    if (pages === pagesAtMost) return { text, next: { part, after, begun } };
    const { entries, last } = await page(source, after);
    for (const entry of entries) {
      if (text.length > enough) return { text, next: { part, after, begun } };
      text += (begun ? between : '') + entry.text;
      begun = true;
      after = entry.after;
    }
    after = last;
    if (last !== undefined) continue;
    text += close;
    const following = format.parts[++part];
    if (!following) return { text: text + format.end };
    text += following.open;
    begun = false;
  }
}

const writePlace = ({ part, after, begun }: Place) => `${part} ${begun ? 1 : 0} ${after ?? ''}`;

/** @throws invalid_cursor */
function readPlace(written: string | undefined, format: Format): Place {
  const [, part, begun, after] = /^(\d{1,2}) ([01]) (.*)$/.exec(written ?? '') ?? [];
  if (part === undefined || Number(part) >= format.parts.length) throw new AppError('invalid_cursor');
  return { part: Number(part), after: after || undefined, begun: begun === '1' };
}
