import type { Explanation } from '#shared/ranking/schema.ts';
import styles from './account.module.css';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 7, useGrouping: false });

/** A formula, the numbers that go in, and the sum they make. */
export function Account({ explanation }: { explanation: Omit<Explanation, 'order'> }) {
  const { formula, inputs, working, score } = explanation;
  return (
    <dl className={styles.account}>
      <div>
        <dt>Formula</dt>
        <dd>{formula}</dd>
      </div>
      {inputs.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number.format(value)}</dd>
        </div>
      ))}
      <div className={styles.sum}>
        <dt>Score</dt>
        <dd>
          {working}{' '}
          {score === null ? (
            '— no place in this order'
          ) : (
            <>
              = <strong data-score>{number.format(score)}</strong>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
