import { shelvesOf } from 'virtual:shelves';
import { useEffect, useId, useRef } from 'react';
import type { KindName } from '#shared/items/kinds/registry.ts';
import styles from './shelf-choice.module.css';

type Props = {
  kind: KindName;
  /** Null: saved on none of them. Undefined: not saved, or not known yet. */
  shelf: string | null | undefined;
  onChoose: (shelf: string | null) => void;
  legend: string;
  /** Whether none of them may be chosen too. */
  none?: boolean;
};

/** The shelves of a kind, of which a thing stands on one. */
export function ShelfChoice({ kind, shelf, onChoose, legend, none = false }: Props) {
  const name = useId();
  const choices: { key: string | null; label: string }[] = shelvesOf[kind].map(({ key, label }) => ({ key, label }));
  if (none) choices.push({ key: null, label: 'No shelf' });
  const row = useRef<HTMLDivElement>(null);
  const isAlive = useRef(false);
  // What was pressed before the page came alive counts too: the browser shows it already.
  useEffect(() => {
    if (isAlive.current) return;
    isAlive.current = true;
    const pressed = choices[[...(row.current?.querySelectorAll('input') ?? [])].findIndex(({ checked }) => checked)];
    if (pressed && pressed.key !== shelf) onChoose(pressed.key);
  });
  return (
    <fieldset className={styles.shelves}>
      <legend>{legend}</legend>
      <div ref={row} className={styles.row}>
        {choices.map(({ key, label }) => (
          <label key={key} data-on={shelf === key}>
            <input type="radio" name={name} checked={shelf === key} onChange={() => onChoose(key)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
