import { useEffect } from 'react';
import type { Watchable } from '#shared/watches/schema.ts';
import { call } from '../../client/call.ts';
import { forgetLoaded, useLoad, usePages } from '../../client/loads.ts';
import { ownValues } from '../../client/own-values.ts';
import { useSession } from '../../client/session.ts';

/** Something that can be watched: a person’s talk page by handle, a tag, anything else by id. */
export type Target = { what: Watchable; target: string };

const keyOf = ({ what, target }: Target) => `${what}:${target}`;
const paramsOf = (key: string): Target => {
  const at = key.indexOf(':');
  return { what: key.slice(0, at) as Watchable, target: key.slice(at + 1) };
};

const watches = ownValues<boolean>(false, (key, next) =>
  call(next ? 'watchTarget' : 'unwatchTarget', { params: paramsOf(key) }),
);
export const useWatching = (target: Target) => watches.useValue(keyOf(target));

/** Watches or ceases to, at once on the page. */
export async function changeWatch(target: Target, next: boolean): Promise<void> {
  await watches.change(keyOf(target), next, () => {});
  if (next) forgetLoaded('mine:watches:');
  forgetLoaded('mine:watching');
}

/** Asks whether I watch something, once it is shown to me. */
export function useMyWatch(target: Target, wanted = true): void {
  const { signedIn } = useSession();
  const key = keyOf(target);
  useEffect(() => {
    if (!signedIn || !wanted) return;
    const askedAt = Date.now();
    call('getMyWatch', { params: paramsOf(key) }).then(
      ({ watching }) => watches.learn(key, watching, askedAt),
      // The page stands without it; a press says what is.
      () => undefined,
    );
  }, [key, signedIn, wanted]);
}

/** How many watch something, where it is told. */
export const useWatchers = (target: Target, wanted: boolean) =>
  useLoad(`watchers:${keyOf(target)}`, () => call('countWatchers', { params: target }), wanted).data?.watchers;

/** What I watch of one sort. All that is listed is watched. */
export function useMyWatches(what: Watchable) {
  return usePages(`mine:watches:${what}`, async (cursor) => {
    const askedAt = Date.now();
    const page = await call('listMyWatches', { query: { what, cursor } });
    for (const entry of page.entries) watches.learn(keyOf(entry), true, askedAt);
    return page;
  });
}
