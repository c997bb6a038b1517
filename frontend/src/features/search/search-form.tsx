import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { type Asked, searchAddress } from './address.ts';
import styles from './search-form.module.css';

const pause = 250;

/** The words of a search, which the page follows while they are typed. Without scripts the form asks anew. */
export function SearchForm({ asked }: { asked: Asked }) {
  const [, navigate] = useLocation();
  const given = asked.q ?? '';
  const [text, setText] = useState(given);
  /** What the address was last made to say from here; what it says otherwise came from elsewhere. */
  const said = useRef(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (given === said.current) return;
    said.current = given;
    setText(given);
  }, [given]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const follow = (typed: string, replace: boolean) => {
    clearTimeout(timer.current);
    const q = typed.trim();
    if (q === said.current) return;
    said.current = q;
    navigate(addressFor(asked, q), { replace });
  };
  return (
    <search>
      <form
        action="/search"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          follow(text, false);
        }}
      >
        <input
          type="search"
          name="q"
          value={text}
          maxLength={300}
          aria-label="Search, or ask in plain words"
          placeholder="Words, or a question"
          autoComplete="off"
          enterKeyHint="search"
          onChange={({ target: { value } }) => {
            setText(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => follow(value, true), pause);
          }}
        />
        {Object.entries(asked).map(([name, value]) =>
          name === 'q' ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}

/** Words beside filters keep those; words alone are read as a question. */
function addressFor({ q: _, ...filters }: Asked, q: string): string {
  if (Object.keys(filters).length > 0) return searchAddress(q ? { ...filters, q } : filters);
  return q ? `/search?${new URLSearchParams({ q })}` : '/search';
}
