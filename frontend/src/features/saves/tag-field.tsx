import { useCombobox } from 'downshift';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { isTag, normaliseTag } from '#shared/tags/rules.ts';
import field from '../../ui/field.module.css';
import styles from './tag-field.module.css';

/** Suggestions under a heading, the likeliest first. */
export type Suggestions = { heading: string; tags: readonly string[] };

type Props = {
  label: string;
  hint?: string;
  tags: readonly string[];
  onChange: (tags: string[]) => void;
  suggestions: readonly Suggestions[];
  /** The most that are taken. */
  most: number;
  /** What one is called in a sentence. */
  one: string;
};

const shownOfEach = 8;

/** Tags as chips, with suggestions while typing. Comma, space and enter end a tag; backspace in the empty field takes the last off. */
export function TagField({ label, hint, tags, onChange, suggestions, most, one }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [told, setTold] = useState('');
  const groups = matching(suggestions, text, tags);
  const offered = groups.flatMap((group) => group.tags);

  /** Puts on what is given, as far as it is tags; whatever is none stays in the field. */
  const add = (texts: readonly string[]) => {
    const wanted = [...new Set(texts.map(normaliseTag).filter((tag) => tag !== ''))];
    const wrong = wanted.filter((tag) => !isTag(tag));
    const fresh = wanted.filter((tag) => isTag(tag) && !tags.includes(tag));
    const taken = fresh.slice(0, most - tags.length);
    if (taken.length > 0) onChange([...tags, ...taken]);
    setTold(taken.length > 0 ? `${taken.join(', ')} put on` : '');
    setText(wrong.join(' '));
    setProblem(
      wrong.length > 0
        ? `A ${one} is 1 to 40 letters, digits, emoji and . - _ + # & ', with at least one letter, digit or emoji.`
        : taken.length < fresh.length
          ? `At most ${most}. Take one off first.`
          : undefined,
    );
  };
  const remove = (tag: string) => {
    onChange(tags.filter((other) => other !== tag));
    setTold(`${tag} taken off`);
    setProblem(undefined);
    input.current?.focus();
  };
  const typed = (value: string) => {
    setProblem(undefined);
    if (!/[\s,]/u.test(value)) return setText(value);
    const parts = value.split(/[\s,]+/u);
    // What stands after the last separator is still being typed.
    const last = parts.pop() ?? '';
    add(parts);
    if (last !== '') setText(last);
  };

  const combobox = useCombobox<string>({
    id,
    inputId: `${id}-input`,
    items: offered,
    inputValue: text,
    selectedItem: null,
    itemToString: (tag) => tag ?? '',
    // The first is not chosen until somebody does: enter puts on what was typed.
    defaultHighlightedIndex: -1,
    // Who leaves the field takes no suggestion along.
    stateReducer: (_, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, selectedItem: null } : changes,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem) add([selectedItem]);
    },
  });
  const { isOpen, highlightedIndex } = combobox;
  const pressed = (event: KeyboardEvent<HTMLInputElement> & { nativeEvent: { preventDownshiftDefault?: boolean } }) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !(isOpen && highlightedIndex >= 0) && text.trim() !== '') {
      event.nativeEvent.preventDownshiftDefault = true;
      event.preventDefault();
      add([text]);
    }
    if (event.key === 'Backspace' && text === '' && tags.length > 0) remove(tags.at(-1) ?? '');
  };

  return (
    <div className={`${field.field} ${styles.field}`}>
      <label {...combobox.getLabelProps()} htmlFor={`${id}-input`}>
        {label} <span className={field.optional}>optional</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className={field.hint}>
          {hint}
        </p>
      )}
      <div className={styles.box}>
        {tags.length > 0 && (
          <ul aria-label={`${label} put on`}>
            {tags.map((tag) => (
              <li key={tag}>
                <span>{tag}</span>
                <button type="button" onClick={() => remove(tag)} aria-label={`Take ${tag} off`}>
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          {...combobox.getInputProps({
            ref: input,
            onKeyDown: pressed,
            onChange: (event) => typed(event.currentTarget.value),
            // What was typed counts, also where nobody pressed enter.
            onBlur: () => {
              if (text.trim() !== '') add([text]);
            },
          })}
          maxLength={400}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={[hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined}
        />
      </div>
      <ul
        {...combobox.getMenuProps({ 'aria-label': `${label}: suggestions` })}
        className={styles.menu}
        hidden={!isOpen || offered.length === 0}
      >
        {isOpen &&
          groups.map(({ heading, tags: within }, group) => (
            <li key={heading} role="presentation">
              <span id={`${id}-group-${group}`} className={styles.heading}>
                {heading}
              </span>
              {/* biome-ignore lint/a11y/useSemanticElements: within a listbox, options are grouped by role */}
              <ul role="group" aria-labelledby={`${id}-group-${group}`}>
                {within.map((tag) => {
                  const index = offered.indexOf(tag);
                  return (
                    <li key={tag} {...combobox.getItemProps({ item: tag, index })} data-on={index === highlightedIndex}>
                      {tag}
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
      </ul>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {problem && (
        <p id={`${id}-problem`} className={field.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What fits the text, each tag once, in the first group that has it: those that begin so before those that hold it. */
function matching(suggestions: readonly Suggestions[], text: string, put: readonly string[]): Suggestions[] {
  const sought = normaliseTag(text);
  const seen = new Set(put);
  return suggestions
    .map(({ heading, tags }) => {
      const free = tags.filter((tag) => !seen.has(tag) && tag.includes(sought));
      const sorted = [
        ...free.filter((tag) => tag.startsWith(sought)),
        ...free.filter((tag) => !tag.startsWith(sought)),
      ].slice(0, shownOfEach);
      for (const tag of sorted) seen.add(tag);
      return { heading, tags: sorted };
    })
    .filter(({ tags }) => tags.length > 0);
}
