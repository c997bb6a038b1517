import { addressOf, type Kept, stageOf } from '../kept.ts';
import type { Format, Source } from '../part.ts';
import { ofSaves } from './saves-part.ts';

/** Bookmarks as Pinboard writes them, which calls the title `description` and the note `extended`. */
export const pinboard: Format = {
  ending: '-pinboard.json',
  contentType: 'application/json; charset=utf-8',
  start: async () => '[',
  parts: [ofSaves(recordOf, { open: '\n', between: ',\n', close: '\n' })],
  end: ']\n',
};

function recordOf(kept: Kept, source: Source): string | undefined {
  const { about, save } = kept;
  const href = addressOf(about, source, save);
  if (!save || href === undefined) return undefined;
  return JSON.stringify({
    href,
    description: about.title,
    extended: save.note,
    time: save.at,
    shared: save.private ? 'no' : 'yes',
    toread: stageOf(kept) === 'wanted' ? 'yes' : 'no',
    tags: save.tags.join(' '),
  });
}
