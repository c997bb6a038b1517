import { openingDays } from '#shared/places/rules.ts';
import type { Opening, Stretch } from '#shared/places/schema.ts';
import { call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';
import { Failure } from '../../ui/notice.tsx';
import { Loading } from '../../ui/skeleton.tsx';
import { OpenNow } from './open-now.tsx';
import { stretchWords } from './open-words.ts';
import styles from './places.module.css';

/** When an item is open: now, in the week to come, and as it was written. */
export default function ItemHours({ itemId, written }: { itemId: string; written: string }) {
  const { data, error, reload } = useLoad(`hours:${itemId}:${written}`, () => call('getHours', { params: { itemId } }));
  const opening = data?.opening;
  return (
    <div className={styles.hours}>
      {!data && error === undefined && <Loading what="opening hours" />}
      {error !== undefined && <Failure error={error} retry={reload} />}
      {opening && <Week opening={opening} written={written} />}
      {!opening && (
        <p className={styles.written}>
          {data && 'We cannot read these hours: '}
          As written: <code>{written}</code>
        </p>
      )}
    </div>
  );
}

function Week({ opening, written }: { opening: Opening; written: string }) {
  const days = openingDays(opening);
  const { zone, holidays } = opening;
  return (
    <details>
      <summary>
        <OpenNow opening={opening} /> <span className={styles.all}>All hours</span>
      </summary>
      <table>
        <caption>The next seven days, by the clocks there ({zone.replaceAll('_', ' ')})</caption>
        <tbody>
          {days.map(({ day, stretches }, at) => (
            <tr key={day} data-today={at === 0}>
              <th scope="row">{dayName(day)}</th>
              <td>{stretches.length === 0 ? 'closed' : <Stretches zone={zone} stretches={stretches} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!holidays && <p className={styles.written}>Holidays of this country are not known here: ask before you go.</p>}
      <p className={styles.written}>
        As written: <code>{written}</code>
      </p>
    </details>
  );
}

function Stretches({ zone, stretches }: { zone: string; stretches: Stretch[] }) {
  return stretches.map((stretch) => (
    <span key={stretch.from} className={styles.stretch}>
      {stretchWords(zone, stretch)}
      {stretch.note ? ` (${stretch.note})` : stretch.unsure ? ' (perhaps)' : ''}
    </span>
  ));
}

const name = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayName = (day: string) => name.format(new Date(`${day}T12:00:00Z`));
