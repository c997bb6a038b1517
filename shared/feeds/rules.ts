/** The formats a list is given in as a feed, by their word in addresses. */
export const feedFormats = ['atom', 'rss', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** What each is called by people and by programs. */
export const feedForms: Record<FeedFormat, { label: string; type: string }> = {
  atom: { label: 'Atom', type: 'application/atom+xml' },
  rss: { label: 'RSS', type: 'application/rss+xml' },
  json: { label: 'JSON Feed', type: 'application/feed+json' },
};

/** The most entries of a feed. */
export const feedLength = 50;

/**
 * The address of the feed of a page (its path and query, encoded). Before the page's own path, not after it: whatever
 * the end of one is called, no page is taken for the feed of another.
 */
export function feedAddress(format: FeedFormat, page: string): string {
  return `/feeds/${format}${page}`;
}

/**
 * A text as XML 1.0 can say it: what it has no way to say (most control characters, single surrogates, the two
 * noncharacters U+FFFE and U+FFFF) is shown as U+FFFD.
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

/** Under which licences a feed may be used. */
export const feedRights =
  'What people wrote is theirs, each under the free licence that its entry or page names (SPDX identifier). Handles, tags, titles and their order are facts, given under CC0-1.0.';
