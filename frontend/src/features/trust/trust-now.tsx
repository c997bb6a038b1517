import { powers } from '#shared/trust/schema.ts';
import type { Answer } from '../../client/call.ts';
import { counted } from '../../ui/numbers.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import styles from './trust.module.css';
import { levelNames, maturityNames, perCent, powerNames } from './words.ts';

/** How far somebody is trusted, each number it follows from with its threshold, and what is next. */
export function TrustNow({ trust }: { trust: Answer<'getTrust'> }) {
  const { level, signals: has, next, maturity } = trust;
  const rows = [
    { label: 'Days since joining', value: String(has.days), wanted: next?.days, met: next && has.days >= next.days },
    {
      label: 'Good outcomes',
      value: String(has.outcomes),
      wanted: next?.outcomes,
      met: next && has.outcomes >= next.outcomes,
      how: `${counted(has.items, 'item')} where edits stand, 2 × ${counted(has.applied, 'proposal')} applied, ${has.people === 1 ? 'one person' : `${has.people} people`} who found something useful`,
    },
    {
      label: 'Different people who found something useful',
      value: String(has.people),
      wanted: next?.people,
      met: next && has.people >= next.people,
    },
    {
      label: 'Undone',
      value: perCent(has.lost),
      wanted: next && `at most ${perCent(next.lost)}`,
      met: next && has.lost <= next.lost,
      how: `${has.reverted} of ${counted(has.edits, 'edit')} reverted, ${counted(has.folded, 'contribution')} folded`,
    },
  ];
  return (
    <>
      <p className={styles.level}>
        <b>{levelNames[level]}</b>, on {maturityNames[maturity]}
      </p>
      <WideTable caption="What counts, and how much of it there is" className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What counts</th>
            <th scope="col">Now</th>
            <th scope="col">{next ? `For “${levelNames[next.level]}”` : 'Next'}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, value, wanted, met, how }) => (
            <tr key={label}>
              <th scope="row">
                {label}
                {how && <span className={styles.how}>{how}</span>}
              </th>
              <td>{value}</td>
              <td>{next ? `${wanted}${met ? ' ✓' : ''}` : '—'}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {!next && <p>There is no higher level.</p>}
      <h2>What that allows</h2>
      <ul className={styles.powers}>
        {powers.map((power) => (
          <li key={power} data-may={trust.powers.includes(power)}>
            {trust.powers.includes(power) ? 'May' : 'May not yet'} {powerNames[power]}
          </li>
        ))}
      </ul>
    </>
  );
}
