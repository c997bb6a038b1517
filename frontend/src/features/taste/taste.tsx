import { Link } from 'wouter';
import { type Answer, call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';
import { useSession } from '../../client/session.ts';
import { Failure } from '../../ui/notice.tsx';
import { counted } from '../../ui/numbers.ts';
import { Bone } from '../../ui/skeleton.tsx';
import styles from './taste.module.css';

/** How alike a person and I rate, by what we both rated in the open. Nothing on one's own page. */
export default function Taste({ handle }: { handle: string }) {
  const session = useSession();
  const me = session.signedIn ? session.handle : undefined;
  if (!me || me.toLowerCase() === handle.toLowerCase()) return null;
  return <Compared me={me} handle={handle} />;
}

function Compared({ me, handle }: { me: string; handle: string }) {
  const taste = useLoad(`taste:${me}:${handle}`, () => call('getTaste', { params: { handle: me, other: handle } }));
  return (
    <section className={styles.taste} aria-labelledby="taste">
      <h2 id="taste">Your taste and @{handle}’s</h2>
      {taste.error !== undefined && <Failure error={taste.error} retry={taste.reload} />}
      {!taste.data && taste.error === undefined && (
        <p>
          <Bone width={28} />
        </p>
      )}
      {taste.data && <Said taste={taste.data} handle={handle} />}
    </section>
  );
}

type Compared = Answer<'getTaste'>;

function Said({ taste, handle }: { taste: Compared; handle: string }) {
  const { common, agreement, score } = taste;
  if (agreement === null || score === null) {
    return (
      <p>
        {common === 0 ? 'You have rated nothing in common yet.' : `You both rated ${counted(common, 'item')}.`} From 5
        on this says how alike you rate.
      </p>
    );
  }
  const percent = Math.round(score * 100);
  return (
    <>
      <p className={styles.score}>
        <meter
          className={styles.meter}
          min={0}
          max={100}
          value={percent}
          aria-label="How alike you rate, in per cent"
        />
        <strong>{percent} % alike</strong>
        <span>by {counted(common, 'item')} you both rated</span>
      </p>
      <Common title="You both loved" taste={taste.loved} handle={handle} />
      <Common title="You disagree on" taste={taste.disagreed} handle={handle} />
      <details className={styles.how}>
        <summary>How this is reckoned</summary>
        <p>
          Agreement is 1 − the mean difference of your ratings ÷ 4.5: {agreement.toFixed(3)}. Few items say little, so
          it is drawn to the middle: ½ + (agreement − ½) × n ÷ (n + 5), with n = {common}: {score.toFixed(3)}. Only
          ratings count, which are public; votes and private saves do not.
        </p>
      </details>
    </>
  );
}

function Common({ title, taste, handle }: { title: string; taste: Compared['loved']; handle: string }) {
  if (taste.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.common}>
        {taste.map(({ item, ratings: [mine, theirs] }) => (
          <li key={item.id}>
            <Link href={`/i/${item.id}`}>{item.title}</Link>
            <span>
              you {mine} ★, @{handle} {theirs} ★
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
