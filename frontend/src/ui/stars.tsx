import { useId } from 'react';
import styles from './stars.module.css';

const star = 'M8 1.2l2 4.6 5 .5-3.8 3.3 1.1 4.9L8 11.9l-4.3 2.6 1.1-4.9L1 6.3l5-.5z';

/** Drawn stars, filled up to `value` of five, with the number for those who do not see them. */
export function Stars({ value }: { value: number }) {
  const clip = useId();
  const row = [0, 1, 2, 3, 4].map((index) => <path key={index} d={star} transform={`translate(${index * 17} 0)`} />);
  return (
    <svg
      className={styles.stars}
      viewBox="0 0 84 16"
      width="84"
      height="16"
      role="img"
      aria-label={`${value} of 5 stars`}
    >
      <clipPath id={clip}>
        <rect width={fillWidth(value)} height="16" />
      </clipPath>
      <g className={styles.empty}>{row}</g>
      <g className={styles.full} clipPath={`url(#${clip})`}>
        {row}
      </g>
    </svg>
  );
}

// Each star is 16 wide with 1 between; a half ends in the middle of its star.
const fillWidth = (value: number) => Math.floor(value) * 17 + (value % 1) * 16;
