import styles from './star-input.module.css';

const halves = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];
// Open in the middle, so that the two halves are outlined as one star.
const left = 'M12 2.200L9.200 9.100 2 9.900l5.400 4.900-1.600 7 6.200-3.500';
const right = 'M12 2.200l2.800 6.900 7.200.8-5.400 4.900 1.600 7-6.200-3.500';

export function starsInWords(value: number): string {
  const whole = Math.floor(value);
  if (value === 0.5) return 'half a star';
  return `${whole}${value % 1 ? '½' : ''} star${value === 1 ? '' : 's'}`;
}

type Props = {
  name: string;
  legend: string;
  value: number | undefined;
  onChange: (value: number) => void;
  small?: boolean;
  problem?: string | undefined;
};

/** Half a star to five: ten radio buttons that look like five stars. Arrow keys move by halves. */
export function StarInput({ name, legend, value, onChange, small = false, problem }: Props) {
  return (
    <fieldset className={styles.field} data-small={small} aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>{legend}</legend>
      <div className={styles.row}>
        <div className={styles.stars}>
          {halves.map((half) => (
            <label
              key={half}
              className={styles.half}
              data-full={value !== undefined && half <= value}
              data-side={half % 1 ? 'left' : 'right'}
            >
              <input type="radio" name={name} value={half} checked={value === half} onChange={() => onChange(half)} />
              <span className="visually-hidden">{starsInWords(half)}</span>
              <svg viewBox={half % 1 ? '0 0 12 24' : '12 0 12 24'} aria-hidden="true">
                <path d={half % 1 ? left : right} />
              </svg>
            </label>
          ))}
        </div>
        <span className={styles.words} aria-hidden="true">
          {value === undefined ? 'not rated' : starsInWords(value)}
        </span>
      </div>
      {problem && (
        <p id={`${name}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
