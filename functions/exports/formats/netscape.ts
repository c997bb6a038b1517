import { defaultTreeAdapter, html, serializeOuter } from 'parse5';
import { secondsOf } from '#shared/ranking/time.ts';
import { addressOf, type Kept, stageOf } from '../kept.ts';
import type { Format, Source } from '../part.ts';
import { escapedText } from './html-text.ts';
import { ofSaves } from './saves-part.ts';

/**
 * Bookmarks as browsers write them: one a line, in capitals, since Chromium reads lines and knows no other letters. Whether
 * it is private is said of each; a file that leaves that open means private here.
 */
export const netscape: Format = {
  ending: '-bookmarks.html',
  contentType: 'text/html; charset=utf-8',
  start: async () =>
    [
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
      '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
      '<TITLE>Bookmarks</TITLE>',
      '<H1>Bookmarks</H1>',
      '<DL><p>',
      '',
    ].join('\n'),
  parts: [ofSaves(bookmarkOf)],
  end: '</DL><p>\n',
};

/** A bookmark with its note; nothing where it has no address. Exported for tests. */
export function bookmarkOf(kept: Kept, source: Source): string | undefined {
  const { about, save } = kept;
  const href = addressOf(about, source, save);
  if (!save || href === undefined) return undefined;
  const link = element('A', {
    HREF: href,
    ADD_DATE: String(secondsOf(save.at)),
    LAST_MODIFIED: String(secondsOf(save.editedAt ?? save.at)),
    PRIVATE: save.private ? '1' : '0',
    ...(stageOf(kept) === 'wanted' ? { TOREAD: '1' } : {}),
    ...(save.tags.length > 0 ? { TAGS: save.tags.join(',') } : {}),
  });
  defaultTreeAdapter.insertText(link, about.title);
  const note = save.note === '' ? '' : `<DD>${escapedText(save.note)}\n`;
  return `<DT>${serializeOuter(link)}\n${note}`;
}

function element(name: string, attributes: Record<string, string>) {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  return defaultTreeAdapter.createElement(name, html.NS.HTML, attrs);
}
