import { useSession } from '../../client/session.ts';
import quiet from '../../ui/quiet.module.css';
import { refused } from '../../ui/refusal.ts';
import { say } from '../../ui/toasts.ts';
import { changeMute, type Target, useMuted } from './my-follows.ts';

type Props = Target & { name: string; onMuted?: () => void };

/** Mutes a person, a tag or an item, or takes that back. */
export default function MuteButton({ what, target, name, onMuted }: Props) {
  const session = useSession();
  const muted = useMuted({ what, target });
  if (!session.signedIn || (what === 'people' && session.handle?.toLowerCase() === target.toLowerCase())) return null;
  const press = () => {
    if (!muted) onMuted?.();
    changeMute({ what, target }, !muted).then(
      () =>
        say(muted ? `You see ${name} again.` : `${name} is muted. Nobody is told.`, {
          link: { href: '/following', label: 'Your mutes' },
        }),
      refused(muted ? `${name} is still muted` : `${name} is not muted`),
    );
  };
  return (
    <button type="button" className={quiet.quiet} aria-pressed={muted} onClick={press}>
      {muted ? `Unmute ${name}` : `Mute ${name}`}
    </button>
  );
}
