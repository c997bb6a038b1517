import { useSession } from '../../client/session.ts';
import { Button } from '../../ui/button.tsx';
import { refused, signInFirst } from '../../ui/refusal.ts';
import { changeWatch, type Target, useMyWatch, useWatchers, useWatching } from './my-watches.ts';
import styles from './watches.module.css';

type Props = Target & {
  /** What it is called. */
  name: string;
  /** Only the button: no number, nothing asked for. */
  bare?: boolean;
};

/** Watches something: its changes, proposals and comments come into the watchlist. Nobody is told. */
export default function WatchButton({ what, target, name, bare = false }: Props) {
  const session = useSession();
  const watching = useWatching({ what, target });
  const watchers = useWatchers({ what, target }, !bare);
  useMyWatch({ what, target }, !bare);
  const press = () => {
    if (!session.signedIn) return signInFirst(`watch ${name}`);
    changeWatch({ what, target }, !watching).catch(
      refused(watching ? `You still watch ${name}` : `You do not watch ${name}`),
    );
  };
  return (
    <div className={styles.watch}>
      <Button look="plain" aria-pressed={watching} onClick={press}>
        {watching ? 'Watching' : 'Watch'}
        <span className="visually-hidden"> {name}</span>
      </Button>
      {watchers != null && <span className={styles.count}>{watchers} watch this</span>}
    </div>
  );
}
