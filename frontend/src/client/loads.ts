import { use, useCallback, useEffect, useSyncExternalStore } from 'react';
import { ProblemError } from './problem.ts';
import { RenderingContext, rendered } from './rendered.ts';

/**
 * What was loaded, by key: shared by every part of a page, kept while moving about, loaded again when
 * stale. A query library would do this too, but weighs as much as the rest of the first listing.
 */
export type Load<T> = { data: T | undefined; error: unknown; loading: boolean };
type Entry = {
  now: Load<unknown>;
  /** As it began: what a part of the page that comes alive late was rendered from, whatever was loaded since. */
  first: Load<unknown>;
  loadedAt: number;
  run: number;
  listeners: Set<() => void>;
};

const begun = (data: unknown, loadedAt: number): Entry => {
  const now = { data, error: undefined, loading: false };
  return { now, first: now, loadedAt, run: 0, listeners: new Set() };
};

const fresh = 20_000;
const kept = 150;
const entries = new Map<string, Entry>(
  Object.entries(rendered?.loaded ?? {}).map(([key, data]) => [key, begun(data, Date.now())]),
);

function entryOf(key: string): Entry {
  let entry = entries.get(key);
  if (!entry) {
    entry = begun(undefined, 0);
    entries.set(key, entry);
    for (const [old, { listeners }] of entries) {
      if (entries.size <= kept) break;
      if (listeners.size === 0 && old !== key) entries.delete(old);
    }
  }
  return entry;
}

function put(entry: Entry, change: Partial<Load<unknown>>) {
  entry.now = { ...entry.now, ...change };
  for (const listener of entry.listeners) listener();
}

/** Loads into a key; a run that was overtaken (reset, replaced) leaves nothing. */
async function run(entry: Entry, load: () => Promise<unknown>): Promise<void> {
  const mine = ++entry.run;
  put(entry, { loading: true, error: undefined });
  try {
    const data = await persistently(load);
    if (entry.run !== mine) return;
    entry.loadedAt = Date.now();
    put(entry, { data, loading: false });
  } catch (error) {
    if (entry.run === mine) put(entry, { error, loading: false });
  }
}

async function persistently<T>(load: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (tries <= 1 || (error instanceof ProblemError && error.status < 500)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1600 / tries));
    return persistently(load, tries - 1);
  }
}

/** Puts what is known into a key, such as the answer of a write, ahead of any load under way. */
export function setLoaded<T>(key: string, data: T | ((before: T | undefined) => T | undefined)): void {
  const entry = entryOf(key);
  const next = data instanceof Function ? data(entry.now.data as T | undefined) : data;
  if (next === undefined) return;
  entry.run++;
  entry.loadedAt = Date.now();
  put(entry, { data: next, error: undefined, loading: false });
}

/** Forgets every key that begins so; parts of the page that show one load it again. */
export function forgetLoaded(prefix: string): void {
  for (const [key, entry] of entries) {
    if (!key.startsWith(prefix)) continue;
    entry.run++;
    entry.loadedAt = 0;
    put(entry, { data: undefined, error: undefined, loading: false });
  }
}

function useEntry<T>(key: string): Load<T> {
  const subscribe = useCallback(
    (listener: () => void) => {
      const { listeners } = entryOf(key);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    [key],
  );
  return useSyncExternalStore(
    subscribe,
    () => entryOf(key).now as Load<T>,
    () => entryOf(key).first as Load<T>,
  );
}

type UseLoad = <T>(key: string, load: () => Promise<T>, wanted?: boolean) => Load<T> & { reload: () => void };

/** Loads a key while `wanted` and gives what there is of it so far; on a server the page waits for it. */
export const useLoad: UseLoad = import.meta.env.SSR ? useLoadOnServer : useLoadHere;

function useLoadOnServer<T>(key: string, load: () => Promise<T>, wanted = true) {
  const rendering = use(RenderingContext);
  const now =
    wanted && rendering ? use(rendering.load(key, load)) : { data: undefined, error: undefined, loading: false };
  return { ...(now as Load<T>), reload: () => {} };
}

function useLoadHere<T>(key: string, load: () => Promise<T>, wanted = true) {
  const now = useEntry<T>(key);
  const reload = () => void run(entryOf(key), load);
  const asked = now.loading || now.error !== undefined;
  useEffect(() => {
    if (wanted && !asked && Date.now() - entryOf(key).loadedAt > fresh) reload();
  });
  return { ...now, reload };
}

/** Starts a load where pages are rendered, for whoever waits for it further down; in a browser nothing waits for another. */
export const startLoad: (key: string, load: () => Promise<unknown>) => void = import.meta.env.SSR
  ? (key, load) => void use(RenderingContext)?.load(key, load)
  : () => {};

type Page<E> = { entries: E[]; next: string | null };
export type Pages<E> = { pages: E[][]; next: string | null };

/** A list that grows page by page. Going back to it finds as many pages as were open. */
export function usePages<E>(key: string, loadPage: (cursor?: string) => Promise<Page<E>>, wanted = true) {
  const load = useLoad<Pages<E>>(
    key,
    async () => {
      const held = entries.get(key)?.now.data as Pages<E> | undefined;
      if (held && held.pages.length > 1) return held;
      const { entries: first, next } = await loadPage();
      return { pages: [first], next };
    },
    wanted,
  );
  const more = () => {
    const held = load.data;
    const cursor = held?.next;
    if (!cursor || load.loading) return;
    void run(entryOf(key), async () => {
      const { entries: following, next } = await loadPage(cursor);
      return { pages: [...held.pages, following], next };
    });
  };
  return { ...load, more };
}
