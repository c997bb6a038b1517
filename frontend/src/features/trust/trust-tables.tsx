import { levels, powers, type TrustTerms } from '#shared/trust/schema.ts';
import { Failure } from '../../ui/notice.tsx';
import { exactCount } from '../../ui/numbers.ts';
import { Bone, Loading } from '../../ui/skeleton.tsx';
import { WideTable } from '../../ui/wide-table.tsx';
import { useTrustRules } from './queries.ts';
import styles from './trust.module.css';
import { levelNames, maturityNames, perCent, powerNames } from './words.ts';

/** The three tables: what a level takes and allows on a site of which size; the one in force first in bold. */
export function TrustTables() {
  const { data, error, reload } = useTrustRules();
  if (error !== undefined) return <Failure error={error} retry={reload} />;
  if (!data)
    return (
      <>
        <Loading what="the tables" />
        <Bone width={40} tall />
      </>
    );
  return (
    <>
      <p>
        {exactCount(data.people)} {data.people === 1 ? 'person has' : 'people have'} a handle here: this is{' '}
        {maturityNames[data.inForce]}.
      </p>
      {data.terms.map((terms) => (
        <Terms key={terms.maturity} terms={terms} inForce={terms.maturity === data.inForce} />
      ))}
    </>
  );
}

function Terms({ terms, inForce }: { terms: TrustTerms; inForce: boolean }) {
  const { maturity, from, requirements, powers: needed, flagWeight } = terms;
  return (
    <section aria-labelledby={`trust-${maturity}`}>
      <h3 id={`trust-${maturity}`}>
        {exactCount(from)} people and more: {maturityNames[maturity]}
        {inForce && ' — in force'}
      </h3>
      <WideTable caption={`What it takes on ${maturityNames[maturity]}`} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Level</th>
            <th scope="col">Days here</th>
            <th scope="col">Good outcomes</th>
            <th scope="col">People who found it useful</th>
            <th scope="col">Undone at most</th>
            <th scope="col">A flag counts for</th>
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => {
            const one = requirements.find((requirement) => requirement.level === level);
            return (
              <tr key={level}>
                <th scope="row">{levelNames[level]}</th>
                <td>{one?.days ?? 0}</td>
                <td>{one?.outcomes ?? 0}</td>
                <td>{one?.people ?? 0}</td>
                <td>{one ? perCent(one.lost) : 'any'}</td>
                <td>{flagWeight[level]}</td>
              </tr>
            );
          })}
        </tbody>
      </WideTable>
      <ul className={styles.powers}>
        {levels.map((level) => {
          const may = powers.filter((power) => needed[power] === level).map((power) => powerNames[power]);
          return (
            may.length > 0 && (
              <li key={level}>
                <b>{levelNames[level]}</b>: {may.join(', ')}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
