import { Link } from 'wouter';
import { inWords } from '#shared/text.ts';
import { Failure } from '../../ui/notice.tsx';
import { Bone, standIns } from '../../ui/skeleton.tsx';
import { Day } from '../../ui/time-ago.tsx';
import { useParameters } from './queries.ts';
import styles from './versions.module.css';

/** The parameters in force, between which values a proposal may change them, and every version there was. */
export function Versions() {
  const { data, error, reload } = useParameters();
  if (error !== undefined) return <Failure error={error} retry={reload} />;
  const bounds = new Map(data?.adjustable.map(({ name, least, most }) => [name, `${least} to ${most}`]));
  return (
    <>
      <table className={styles.parameters}>
        <caption>Version {data?.version ?? '…'}</caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Value</th>
            <th scope="col">May be changed to</th>
          </tr>
        </thead>
        <tbody>
          {data
            ? Object.entries(data.parameters).map(([name, value]) => (
                <tr key={name}>
                  <th scope="row">{inWords(name)}</th>
                  <td>{value}</td>
                  <td>{bounds.get(name) ?? '—'}</td>
                </tr>
              ))
            : standIns(10).map((index) => (
                <tr key={index}>
                  <td colSpan={3}>
                    <Bone width={28} />
                  </td>
                </tr>
              ))}
        </tbody>
      </table>
      {data && !data.listed && (
        <p role="status">
          Things are being moved to where this version puts them. Some stand by the one before until then.
        </p>
      )}
      <p>
        People change them together: <Link href="/proposals/new?what=parameters">propose other values</Link>. Those
        without bounds are what cards and sums are written with, and stay.
      </p>
      <h3>Every version</h3>
      <ol className={styles.versions}>
        {data?.versions.map(({ version, at, proposal, summary, changed }) => (
          <li key={version}>
            <strong>{version}</strong> {at ? <Day day={at} /> : 'from the beginning'}
            {changed.length > 0 && (
              <span>{changed.map(({ name, from, to }) => `${inWords(name)} ${from} → ${to}`).join(', ')}</span>
            )}
            {summary && <q>{summary}</q>}
            {proposal && <Link href={`/proposals/${proposal}`}>The proposal</Link>}
          </li>
        ))}
      </ol>
      <p>
        The same as data: <a href="/api/rankings/parameters">/api/rankings/parameters</a>
      </p>
    </>
  );
}
