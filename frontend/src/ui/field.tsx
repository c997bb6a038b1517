import type { ReactNode } from 'react';
import styles from './field.module.css';

type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean };
type Props = {
  id: string;
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  optional?: boolean;
  children: (described: Described) => ReactNode;
};

/** A label, its control, a hint and what is wrong with it, tied together. */
export function Field({ id, label, hint, problem, optional, children }: Props) {
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> optional</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(problem ? { 'aria-invalid': true } : {}),
      })}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
