import type { Feed } from './feed.ts';
import type { Asked } from './list.ts';
import { ranking, tagged } from './rankings.ts';
import { contributions, reviews } from './reviews.ts';

/** Every public list, by the address of its page. */
const lists = [ranking, tagged, reviews, contributions].map(({ path, feed }) => ({
  pattern: new URLPattern({ pathname: `${path}{/}?` }),
  feed,
}));

/** The feed of the list whose page is at a path (encoded); undefined where there is no such list. */
export function feedAt(pathname: string, asked: Omit<Asked, 'params'>): Promise<Feed> | undefined {
  for (const { pattern, feed } of lists) {
    const groups = pattern.exec({ pathname })?.pathname.groups;
    if (groups) return feed({ ...asked, params: decoded(groups) });
  }
  return undefined;
}

function decoded(groups: Record<string, string | undefined>): Asked['params'] {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, value && decodeURIComponent(value)] as const),
  );
}
