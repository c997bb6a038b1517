import { useEffect, useRef } from 'react';
import styles from './mover.module.css';

type Props = { title: string; first: boolean; last: boolean; onMove: (by: 1 | -1) => void; onRemove: () => void };

/** Moves a row by one and takes it off. A row that moves keeps the focus on the button that moved it. */
export function Mover({ title, first, last, onMove, onRemove }: Props) {
  const pressed = useRef<HTMLButtonElement>(undefined);
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = undefined;
  });
  const step = (by: 1 | -1, end: boolean) => (
    <button
      type="button"
      aria-label={`Move ${title} ${by < 0 ? 'up' : 'down'}`}
      title={by < 0 ? 'Move up' : 'Move down'}
      aria-disabled={end}
      onClick={({ currentTarget }) => {
        if (end) return;
        pressed.current = currentTarget;
        onMove(by);
      }}
    >
      {by < 0 ? '↑' : '↓'}
    </button>
  );
  return (
    <span className={styles.mover}>
      {step(-1, first)}
      {step(1, last)}
      <button type="button" aria-label={`Take ${title} off`} title="Take it off" onClick={onRemove}>
        ×
      </button>
    </span>
  );
}
