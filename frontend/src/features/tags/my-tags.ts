import { type Answer, call } from '../../client/call.ts';
import { setLoaded, useLoad } from '../../client/loads.ts';

export type MyTag = Answer<'listMyTags'>['entries'][number];
export type Bundle = Answer<'listBundles'>['bundles'][number];

const tagsKey = 'mine:tags';
const bundlesKey = 'mine:bundles';

/** All my tags, by letter, with how many of my saves have each. */
export const useMyTags = (wanted: boolean) =>
  useLoad(
    tagsKey,
    async () => {
      const tags: MyTag[] = [];
      let cursor: string | undefined;
      do {
        const page = await call('listMyTags', { query: { cursor } });
        tags.push(...page.entries);
        cursor = page.next ?? undefined;
      } while (cursor);
      return tags;
    },
    wanted,
  );

export const useBundles = (wanted: boolean) =>
  useLoad(bundlesKey, async () => (await call('listBundles', {})).bundles, wanted);

export async function putBundle(name: string, tags: string[]): Promise<void> {
  const { bundle } = await call('putBundle', { params: { bundle: name }, body: { tags } });
  setLoaded<Bundle[]>(bundlesKey, (before = []) =>
    [...before.filter((other) => other.name !== bundle.name), bundle].sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

export async function removeBundle(name: string): Promise<void> {
  await call('removeBundle', { params: { bundle: name } });
  setLoaded<Bundle[]>(bundlesKey, (before) => before?.filter((other) => other.name !== name));
}

/** My tags and bundles as they are once these went by another name; the counts follow in a moment. */
export function showRetagged(from: readonly string[], to: string | undefined, changed: number): void {
  const renamed = (tags: readonly string[]) => {
    const rest = tags.filter((tag) => !from.includes(tag) || tag === to);
    return to !== undefined && rest.length < tags.length ? [...new Set([...rest, to])].sort() : rest;
  };
  setLoaded<MyTag[]>(tagsKey, (before) => {
    if (!before) return before;
    const counts = new Map(before.map(({ tag, count }) => [tag, count]));
    if (to !== undefined && changed > 0) counts.set(to, Math.max(changed, counts.get(to) ?? 0));
    return [...counts]
      .filter(([tag]) => tag === to || !from.includes(tag))
      .map(([tag, count]) => ({ tag, count }))
      .sort((a, b) => (a.tag < b.tag ? -1 : 1));
  });
  setLoaded<Bundle[]>(bundlesKey, (before) => before?.map(({ name, tags }) => ({ name, tags: renamed(tags) })));
}
