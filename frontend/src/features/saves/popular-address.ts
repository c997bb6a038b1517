import { kinds, windows } from 'virtual:contract';
import { addressedKind } from 'virtual:shelves';
import type { KindName } from '#shared/items/kinds/registry.ts';
import type { WindowName } from '#shared/ranking/schema.ts';

/** What is saved most: of a kind or (undefined) of all, under a tag, of what was added within a window. */
export type Popular = { kind: KindName | undefined; tag: string | undefined; window: WindowName };

/** Reads what an address asks for. Without a word it is what can be saved from anywhere, and this week. */
export function readPopular(search: string, tag: string | undefined): Popular {
  const query = new URLSearchParams(search);
  const asked = query.get('kind');
  const kind = (Object.keys(kinds) as KindName[]).find((name) => name === asked);
  return {
    kind: asked === 'all' ? undefined : (kind ?? addressedKind),
    tag,
    window: windows.find((name) => name === query.get('window')) ?? 'week',
  };
}

/** The address of such a page, without what is as usual. */
export function popularAddress({ kind, tag, window }: Popular): string {
  const query = new URLSearchParams();
  if (kind !== addressedKind) query.set('kind', kind ?? 'all');
  if (window !== 'week') query.set('window', window);
  return `/popular${tag ? `/${encodeURIComponent(tag)}` : ''}${query.size > 0 ? `?${query}` : ''}`;
}

/** What such a page is called. */
export function popularTitle({ kind, tag }: Popular): string {
  return `Popular ${kind ? kinds[kind].plural.toLowerCase() : 'of all kinds'}${tag ? ` tagged ${tag}` : ''}`;
}
