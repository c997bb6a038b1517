import { Head } from './head.tsx';
import type { Page } from './pages.tsx';

type Plain = { part: string; title: string; description: string; feed?: true; bare?: true };

/** A page that is called the same whoever asks for it, at one address; `feed`: its list has feeds of its name. */
export const plainPage = (path: string, { part, feed, bare, ...said }: Plain): Page => ({
  path,
  part,
  ...(bare && { bare }),
  head: (_, { origin }) => <Head {...said} canonical={`${origin}${path}`} {...(feed && { feed: said.title })} />,
});
