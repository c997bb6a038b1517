import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Suggestion } from '#shared/search/schema.ts';
import { Marked } from './marked.tsx';
import { suggestionsFor } from './queries.ts';
import styles from './suggestions.module.css';

const pause = 150;
const places = {
  items: (id: string) => `/i/${id}`,
  tags: (id: string) => `/t/${encodeURIComponent(id)}`,
  people: (id: string) => `/@${id}`,
  reviews: (id: string) => `/r/${id}`,
  questions: (id: string) => `/questions/${id}`,
  lists: (id: string) => `/l/${id}`,
};
const oneOf = { items: '', tags: 'Tag', people: 'Person', reviews: 'Review', questions: 'Question', lists: 'List' };

/** What goes on as was typed into an input that stands already: arrows choose, Enter goes there, Escape closes. */
export default function Suggestions({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const [, navigate] = useLocation();
  const listId = useId();
  const state = useRef({ found, active });
  state.current = { found, active };

  useEffect(() => {
    const field = input.current;
    const form = field?.form;
    if (!field || !form) return;
    let asking: AbortController | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = () => {
      asking?.abort();
      clearTimeout(timer);
      setFound([]);
      setActive(-1);
    };
    const ask = () => {
      clearTimeout(timer);
      asking?.abort();
      const q = field.value.trim();
      if (q.length < 2 || q.length > 100) return close();
      timer = setTimeout(() => {
        asking = new AbortController();
        const { signal } = asking;
        suggestionsFor(q, signal).then(
          ({ suggestions }) => {
            if (signal.aborted) return;
            setFound(suggestions);
            setActive(-1);
          },
          // The form works without.
          () => undefined,
        );
      }, pause);
    };
    const go = (href: string) => {
      close();
      field.value = '';
      field.blur();
      navigate(href);
    };
    const press = (event: KeyboardEvent) => {
      const { found: shown, active: at } = state.current;
      if (event.isComposing) return;
      if (event.key === 'Escape' && shown.length > 0) {
        event.preventDefault();
        close();
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
        event.preventDefault();
        const steps = shown.length + 1;
        setActive(((at + 1 + (event.key === 'ArrowDown' ? 1 : steps - 1)) % steps) - 1);
      }
    };
    const submit = (event: SubmitEvent) => {
      const { found: shown, active: at } = state.current;
      const chosen = shown[at];
      const q = field.value.trim();
      event.preventDefault();
      go(chosen ? places[chosen.what](chosen.id) : q ? `/search?${new URLSearchParams({ q })}` : '/search');
    };
    const leave = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && form.parentElement?.contains(event.relatedTarget))) close();
    };
    field.addEventListener('input', ask);
    field.addEventListener('keydown', press);
    field.addEventListener('focusout', leave);
    form.addEventListener('submit', submit);
    // Somebody typed while this was on its way.
    if (field.value) ask();
    return () => {
      close();
      field.removeEventListener('input', ask);
      field.removeEventListener('keydown', press);
      field.removeEventListener('focusout', leave);
      form.removeEventListener('submit', submit);
    };
  }, [input, navigate]);

  const open = found.length > 0;
  // The input is another part's: what makes it a combobox is put on here.
  useEffect(() => {
    const field = input.current;
    if (!field) return;
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-expanded', String(open));
    if (open) field.setAttribute('aria-controls', listId);
    else field.removeAttribute('aria-controls');
    if (active >= 0) field.setAttribute('aria-activedescendant', `${listId}${active}`);
    else field.removeAttribute('aria-activedescendant');
  }, [input, open, active, listId]);

  if (!open) return null;
  return (
    <div id={listId} role="listbox" aria-label="Suggestions" className={styles.list} tabIndex={-1}>
      {found.map(({ what, id, text, byline }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the input, which keeps the focus
        <div
          key={`${what}:${id}`}
          id={`${listId}${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (input.current) input.current.value = '';
            setFound([]);
            navigate(places[what](id));
          }}
        >
          <span>
            {what === 'tags' && '#'}
            {what === 'people' && '@'}
            <Marked parts={text} />
          </span>
          <small>{byline ?? oneOf[what]}</small>
        </div>
      ))}
    </div>
  );
}
