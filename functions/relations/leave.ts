import { atMost } from '#functions/runtime/concurrency.ts';
import { readTarget } from '#shared/targets.ts';
import type { Relation } from './relation.ts';
import { followersOf, followsOf, removeFollow } from './table.ts';

const atOnce = 20;

/**
 * Ends everything that somebody follows (or watches) and everybody's following of them. The account is closed already, so that none
 * comes any more; asked for again, it goes on with what is left.
 */
export async function leaveFollows({ name, whats }: Relation, personId: string, now: Date): Promise<void> {
  const follows = await followsOf(name, personId);
  await atMost(atOnce, follows, async (follow) => {
    const target = readTarget(follow.target, whats);
    if (target) await removeFollow(name, personId, target, now);
  });
  const self = { what: 'people', id: personId } as const;
  const followers = (await followersOf(name, self)).filter(({ gone }) => !gone);
  await atMost(atOnce, followers, (follower) => removeFollow(name, follower.personId, self, now));
}
