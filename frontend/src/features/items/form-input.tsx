import { lazy, Suspense } from 'react';
import type { FormField, Option } from '#shared/items/kind.ts';
import styles from './item-form.module.css';

const AreaField = lazy(() => import('./area-field.tsx'));
const WhereIAm = lazy(() => import('./where-i-am.tsx'));

type Props = {
  field: FormField;
  text: string;
  onText: (text: string) => void;
  /** What ties it to its label and hints. */
  described: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean };
};

/** The control of one field of a kind's form; what is in it is a text, whatever the field becomes. */
export function FormInput({ field: { name, label, input, required, options = [] }, text, onText, described }: Props) {
  if (input === 'choices') {
    const chosen = new Set(text.split('\n').filter(Boolean));
    const toggle = (value: string, isChosen: boolean) => {
      if (isChosen) chosen.add(value);
      else chosen.delete(value);
      onText([...chosen].join('\n'));
    };
    return (
      // biome-ignore lint/a11y/useSemanticElements: the field around it has the label already
      <div {...described} role="group" aria-label={label} className={styles.choices}>
        {options.map(({ value, label: shown }) => (
          <label key={value}>
            <input
              type="checkbox"
              name={name}
              checked={chosen.has(String(value))}
              onChange={(event) => toggle(String(value), event.target.checked)}
            />
            {shown}
          </label>
        ))}
      </div>
    );
  }
  if (input === 'one-area' || input === 'areas')
    return (
      <Suspense fallback={<input id={described.id} name={name} type="text" disabled />}>
        <AreaField
          name={name}
          described={described}
          ids={text.split('\n').filter(Boolean)}
          most={input === 'one-area' ? 1 : 5}
          onIds={(ids) => onText(ids.join('\n'))}
        />
      </Suspense>
    );
  const common = {
    ...described,
    name,
    required,
    value: text,
    onChange: (event: { target: { value: string } }) => onText(event.target.value),
  };
  if (input === 'choice')
    return (
      <select {...common}>
        <option value="">{required ? 'Choose' : 'Not known'}</option>
        {grouped(options).map(([group, inside]) =>
          group === '' ? (
            inside.map(shownOption)
          ) : (
            <optgroup key={group} label={group}>
              {inside.map(shownOption)}
            </optgroup>
          ),
        )}
      </select>
    );
  if (input === 'prose' || input === 'list')
    return <textarea {...common} rows={input === 'list' ? 2 : 5} data-list={input === 'list'} />;
  const written = (
    <input
      {...common}
      type={input === 'url' ? 'url' : 'text'}
      inputMode={input === 'number' ? 'numeric' : undefined}
      autoComplete="off"
    />
  );
  if (input !== 'position') return written;
  return (
    <>
      {written}
      <Suspense>
        <WhereIAm onText={onText} />
      </Suspense>
    </>
  );
}

const shownOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** Options under their headings, in order. */
function grouped(options: readonly Option[]): [string, Option[]][] {
  const groups = new Map<string, Option[]>();
  for (const option of options) groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option]);
  return [...groups];
}
