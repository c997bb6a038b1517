import { useOwnWrites, withOwnWrite } from '../../client/own-writes.ts';
import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/numbers.ts';
import { refused, signInFirst } from '../../ui/refusal.ts';
import styles from './follows.module.css';
import { changeFollow, followersKey, type Target, useFollowers, useFollowing, useMyStand } from './my-follows.ts';

type Props = Target & {
  /** What it is called. */
  name: string;
  /** Only the button: no number, nothing asked for. */
  bare?: boolean;
};

/** Follows a person, a tag or an item, and says how many do. One's own page has no such button. */
export default function FollowButton({ what, target, name, bare = false }: Props) {
  const session = useSession();
  const following = useFollowing({ what, target });
  useMyStand({ what, target }, !bare);
  const isMe = what === 'people' && session.signedIn && session.handle?.toLowerCase() === target.toLowerCase();
  const press = (shown: number) => {
    if (!session.signedIn) return signInFirst(`follow ${name}`);
    changeFollow({ what, target }, !following, shown).catch(
      refused(following ? `You still follow ${name}` : `You do not follow ${name}`),
    );
  };
  const button = (shown: number) => (
    <Button look={following ? 'plain' : 'ink'} aria-pressed={following} onClick={() => press(shown)}>
      {following ? 'Following' : 'Follow'}
      <span className="visually-hidden"> {name}</span>
    </Button>
  );
  if (bare) return button(0);
  return (
    <div className={styles.follow}>
      <Counted what={what} target={target}>
        {isMe ? () => null : button}
      </Counted>
    </div>
  );
}

function Counted({ what, target, children }: Target & { children: (shown: number) => React.ReactNode }) {
  const shown = useFollowers({ what, target }).data?.followers;
  const own = useOwnWrites();
  const count = shown === undefined ? undefined : withOwnWrite(own, followersKey({ what, target }), shown);
  return (
    <>
      {children(shown ?? 0)}
      <span className={styles.count}>{count === undefined ? '' : counted(count, 'follower')}</span>
    </>
  );
}
