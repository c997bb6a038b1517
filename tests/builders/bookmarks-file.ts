type Bookmark = { url: string; title?: string; private?: boolean; tags?: string[]; note?: string; at?: number };

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Bookmarks as browsers and bookmarking services write them; without `private` the entry does not say. */
export function bookmarksFile(bookmarks: readonly Bookmark[]): string {
  const entries = bookmarks.map(({ url, title = url, tags = [], note, at, ...rest }) => {
    const said = rest.private === undefined ? '' : ` PRIVATE="${rest.private ? 1 : 0}"`;
    const dated = at === undefined ? '' : ` ADD_DATE="${at}"`;
    const line = `<DT><A HREF="${escaped(url)}"${dated}${said} TAGS="${escaped(tags.join(','))}">${escaped(title)}</A>`;
    return note === undefined ? line : `${line}\n<DD>${escaped(note)}`;
  });
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n${entries.join('\n')}\n</DL><p>\n`;
}
