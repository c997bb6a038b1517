import { areaPlaces } from './areas.ts';
import { changes } from './changes.ts';
import { curatedLists } from './curated.ts';
import type { Feed } from './feed.ts';
import { history } from './history.ts';
import type { Asked } from './list.ts';
import { moderation } from './moderation.ts';
import { proposalLists } from './proposals.ts';
import { ranking, tagged } from './rankings.ts';
import { contributions, reviews } from './reviews.ts';
import { saveLists } from './saves.ts';
import { asked, saidBy, talk } from './talk.ts';

/** Every public list, by the address of its page. Those of saves come last: they take any word under a handle. */
const lists = [
  ranking,
  tagged,
  reviews,
  history,
  contributions,
  talk,
  asked,
  saidBy,
  changes,
  moderation,
  ...curatedLists,
  areaPlaces,
  ...proposalLists,
  ...saveLists,
].map(({ path, feed }) => ({
  partsOf: partsBy(path),
  feed,
}));

/** The feed of the list whose page is at a path (encoded); undefined where there is no such list. */
export function feedAt(pathname: string, asked: Omit<Asked, 'params'>): Promise<Feed> | undefined {
  for (const { partsOf, feed } of lists) {
    const parts = partsOf(pathname);
    if (parts) return feed({ ...asked, params: decoded(parts) });
  }
  return undefined;
}

type Parts = Record<string, string | undefined>;

/** Reads the parts of a path that a pattern names; undefined where it is another path. */
function partsBy(path: string | RegExp): (pathname: string) => Parts | undefined {
  if (typeof path !== 'string') return (pathname) => path.exec(pathname)?.groups;
  const pattern = new URLPattern({ pathname: `${path}{/}?` });
  return (pathname) => pattern.exec({ pathname })?.pathname.groups;
}

function decoded(parts: Parts): Asked['params'] {
  return Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, value && decodeURIComponent(value)] as const),
  );
}
