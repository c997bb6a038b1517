import { type Kept, reviewedPage, savedPage } from '../kept.ts';
import type { Page, Part, Source } from '../part.ts';

type Write = (kept: Kept, source: Source) => string | undefined;

const written = ({ kept, last }: { kept: Kept[]; last: string | undefined }, write: Write, source: Source): Page => ({
  entries: kept.flatMap((one) => {
    const text = write(one, source);
    return text === undefined ? [] : [{ after: one.about.id, text }];
  }),
  last,
});

/** A part with an entry for each save of which something is written. */
export function ofSaves(write: Write, { open = '', between = '', close = '' } = {}): Part {
  return {
    open,
    between,
    close,
    page: async (source, after) => written(await savedPage(source, after), write, source),
  };
}

/** The same for what was reviewed and not saved. */
export function ofReviewed(write: Write): Part {
  const page: Part['page'] = async (source, after) => written(await reviewedPage(source, after), write, source);
  return { open: '', between: '', close: '', page };
}
