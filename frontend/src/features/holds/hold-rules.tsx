import { call } from '../../client/call.ts';
import { useLoad } from '../../client/loads.ts';
import { Failure } from '../../ui/notice.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { Bone, standIns } from '../../ui/skeleton.tsx';
import { WideTable } from '../../ui/wide-table.tsx';
import styles from './holds.module.css';

/** What waits before it counts, by how many people a site has, and what is in force on this one. */
export function HoldRules() {
  const { data, error, reload } = useLoad('hold-rules', () => call('getHoldRules', {}));
  if (error !== undefined) return <Failure error={error} retry={reload} />;
  return (
    <>
      <p className={styles.people}>
        {data
          ? `${exactCount(data.people)} ${data.people === 1 ? 'person has' : 'people have'} a handle here. In bold: in force.`
          : '…'}
      </p>
      <WideTable caption="What waits before it counts, by how many people there are" className={styles.terms}>
        <thead>
          <tr>
            <th scope="col">From people</th>
            <th scope="col">New accounts wait</th>
            <th scope="col">Held as a group</th>
            <th scope="col">Too many reviews at once</th>
          </tr>
        </thead>
        <tbody>
          {data
            ? data.terms.map(({ maturity, from, youngHours, together, burst }) => (
                <tr key={maturity} data-in-force={maturity === data.inForce}>
                  <th scope="row">
                    {exactCount(from)} ({maturity})
                    {maturity === data.inForce && <span className="visually-hidden">, in force</span>}
                  </th>
                  <td>{youngHours === 0 ? 'not at all' : `until ${youngHours} hours old`}</td>
                  <td>
                    {together
                      ? `of ${together.arrivals} votes in an hour: ${together.accounts} accounts or more, ${together.alike * 100} % alike, with ${together.shared} votes in common of which theirs are ${together.part * 100} % or more`
                      : 'nobody'}
                  </td>
                  <td>
                    {burst
                      ? `${burst.reviews} in a day by newcomers with up to ${burst.few}, if they are ${burst.part * 100} % of all`
                      : 'never'}
                  </td>
                </tr>
              ))
            : standIns(3).map((index) => (
                <tr key={index}>
                  <td colSpan={4}>
                    <Bone width={28} />
                  </td>
                </tr>
              ))}
        </tbody>
      </WideTable>
    </>
  );
}
