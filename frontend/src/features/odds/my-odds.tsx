import { Link } from 'wouter';
import { useSession } from '../../client/session.ts';
import { counted } from '../../ui/numbers.ts';
import styles from './my-odds.module.css';
import { type OwnOdds, useMyOdds } from './queries.ts';

/** How likely an edit of mine to this item is to stay, and why; nothing for guests, nor where it could not be asked. */
export default function MyOdds({ itemId }: { itemId: string }) {
  return useSession().signedIn ? <Asked itemId={itemId} /> : null;
}

function Asked({ itemId }: { itemId: string }) {
  const { data } = useMyOdds(itemId);
  if (!data) return null;
  return (
    <aside className={styles.odds} aria-label="How likely your edit is to stay">
      {data.odds === null || !data.reasons ? (
        <p>
          Not enough history to say how likely an edit of yours is to stay: it takes ten that are thirty days old.{' '}
          <Link href="/odds">How odds work</Link>
        </p>
      ) : (
        <Told odds={data.odds} reasons={data.reasons} />
      )}
    </aside>
  );
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

function Told({ odds, reasons }: { odds: number; reasons: NonNullable<OwnOdds['reasons']> }) {
  const { you, added, item, usual, competing } = reasons;
  return (
    <>
      <p>
        An edit of yours here would stay with odds of <b>{oddsText(odds)}</b>.
      </p>
      <details>
        <summary>Why</summary>
        <ul>
          <li>
            your edits: {signed(you.value)} <span>(from {counted(you.edits, 'edit')})</span>
          </li>
          {added !== 0 && <li>you added this page: {signed(added)}</li>}
          <li>
            {item ? (
              <>
                this page: {signed(item.value)} <span>(from {counted(item.edits, 'edit')})</span>
              </>
            ) : (
              'this page: too little history, counted as average'
            )}
          </li>
          <li>edits on the whole: {signed(usual)}</li>
          <li>{counted(competing, 'competing edit')}</li>
        </ul>
        <p>
          Above 0 speaks for your edit, below 0 against it. Nothing is ever refused because of this.{' '}
          <Link href="/odds">How odds work</Link>
        </p>
      </details>
    </>
  );
}

/** Odds as whole parts of a hundred; never certain. */
const oddsText = (odds: number) =>
  odds > 0.99 ? 'over 99 %' : odds < 0.01 ? 'under 1 %' : `${Math.round(odds * 100)} %`;
