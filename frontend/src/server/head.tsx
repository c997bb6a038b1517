import { use } from 'react';
import type { Thing } from 'schema-dts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { RenderingContext } from '../client/rendered.ts';
import { FeedsInHead } from '../ui/feed-links.tsx';

type Props = {
  /** As the page's heading names it; without one it is the site's own. */
  title?: string;
  description: string;
  /** The one address of what is shown. */
  canonical: string;
  /** Whether there is nothing here yet that anybody should find. */
  empty?: boolean;
  type?: 'website' | 'article' | 'book' | 'profile';
  picture?: string | undefined;
  /** What the list on the page is called, where it has feeds. */
  feed?: string;
  /** What it is, in the words of schema.org. */
  data?: Thing;
};

const siteName = 'Commonplace';
const longest = 200;

/** What search engines and link previews read of a page. */
export function Head({ title, description, canonical, empty = false, type = 'website', picture, feed, data }: Props) {
  const said = inOneLine(description);
  const { origin } = new URL(canonical);
  if (data) use(RenderingContext)?.tell({ '@context': 'https://schema.org', ...(data as object) });
  return (
    <>
      <title>{title ? `${title} · ${siteName}` : siteName}</title>
      <meta name="description" content={said} />
      <link rel="canonical" href={canonical} />
      {empty && <meta name="robots" content="noindex" />}
      <meta property="og:site_name" content={siteName} />
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title ?? siteName} />
      <meta property="og:description" content={said} />
      <meta property="og:url" content={canonical} />
      {picture?.startsWith('https://') && <meta property="og:image" content={picture} />}
      <meta name="twitter:card" content="summary" />
      {feed !== undefined && <FeedsInHead title={feed} origin={origin} of={canonical.slice(origin.length)} />}
    </>
  );
}

/** A text as one line of bounded length, cut between words, with what hides behind a spoiler left hidden. */
export function inOneLine(text: string, length = longest): string {
  const line = withoutSpoilers(text).replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).toWellFormed()}…`;
}
