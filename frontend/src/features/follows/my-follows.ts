import { useEffect } from 'react';
import type { Followable, Named } from '#shared/follows/schema.ts';
import { call } from '../../client/call.ts';
import { forgetLoaded, useLoad, usePages } from '../../client/loads.ts';
import { ownValues } from '../../client/own-values.ts';
import { noteOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';

/** Something that can be followed or muted: a person by handle, a tag, an item by id. */
export type Target = Pick<Named, 'what' | 'target'>;

const keyOf = ({ what, target }: Target) => `${what}:${target}`;
const paramsOf = (key: string) => {
  const at = key.indexOf(':');
  return { what: key.slice(0, at) as Followable, target: key.slice(at + 1) };
};
export const followersKey = (target: Target) => `followers:${keyOf(target)}`;

const follows = ownValues<boolean>(false, (key, next) =>
  call(next ? 'followTarget' : 'unfollowTarget', { params: paramsOf(key) }),
);
const mutes = ownValues<boolean>(false, (key, next) =>
  call(next ? 'muteTarget' : 'unmuteTarget', { params: paramsOf(key) }),
);
export const useFollowing = (target: Target) => follows.useValue(keyOf(target));
export const useMuted = (target: Target) => mutes.useValue(keyOf(target));

/** Follows or ceases to, at once on the page. `shown` are the followers as the public count has them. */
export async function changeFollow(target: Target, next: boolean, shown: number): Promise<void> {
  await follows.change(keyOf(target), next, (before, after) =>
    noteOwnWrite(followersKey(target), shown, Number(after) - Number(before)),
  );
  // In a list of what is followed the line stays, so that one can think better of it.
  if (next) forgetLoaded('mine:follows:');
  forgetLoaded('mine:home');
}

/** Mutes or ceases to, at once on the page. */
export async function changeMute(target: Target, next: boolean): Promise<void> {
  await mutes.change(keyOf(target), next, () => {});
  forgetLoaded(next ? 'mine:mutes' : 'mine:home');
  forgetLoaded('mine:unread');
}

/** Asks how I stand to something, once it is shown to me. */
export function useMyStand(target: Target, wanted = true): void {
  const { signedIn } = useSession();
  const key = keyOf(target);
  useEffect(() => {
    if (!signedIn || !wanted) return;
    const askedAt = Date.now();
    call('getMyFollow', { params: paramsOf(key) }).then(
      ({ following, muted }) => {
        follows.learn(key, following, askedAt);
        mutes.learn(key, muted, askedAt);
      },
      // The page stands without it; a press says what is.
      () => undefined,
    );
  }, [key, signedIn, wanted]);
}

/** How many follow something. */
export const useFollowers = (target: Target) =>
  useLoad(followersKey(target), () => call('countFollowers', { params: target }));

/** What I follow of one sort. All that is listed is followed. */
export function useMyFollows(what: Followable) {
  return usePages(`mine:follows:${what}`, async (cursor) => {
    const askedAt = Date.now();
    const page = await call('listMyFollows', { query: { what, cursor } });
    for (const entry of page.entries) follows.learn(keyOf(entry), true, askedAt);
    return page;
  });
}

/** What I muted. */
export function useMyMutes() {
  return usePages('mine:mutes', async (cursor) => {
    const askedAt = Date.now();
    const page = await call('listMyMutes', { query: { cursor } });
    for (const entry of page.entries) mutes.learn(keyOf(entry), true, askedAt);
    return page;
  });
}
