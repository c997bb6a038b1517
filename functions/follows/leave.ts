import { atMost } from '#functions/runtime/concurrency.ts';
import { readTarget } from '#shared/follows/rules.ts';
import { followersOf, followsOf, removeFollow } from './table.ts';

const atOnce = 20;

/**
 * Ends everything that somebody follows and everybody's following of them. The account is closed already, so that none
 * comes any more; asked for again, it goes on with what is left.
 */
export async function leaveFollows(personId: string, now: Date): Promise<void> {
  const follows = await followsOf(personId);
  await atMost(atOnce, follows, async (follow) => {
    const target = readTarget(follow.target);
    if (target) await removeFollow(personId, target, now);
  });
  const self = { what: 'people', id: personId } as const;
  const followers = (await followersOf(self)).filter(({ gone }) => !gone);
  await atMost(atOnce, followers, (follower) => removeFollow(follower.personId, self, now));
}
