import { kinds } from 'virtual:contract';
import type { FormEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './watches.module.css';

type Props = { query: Record<string, string | undefined>; onQuery: (query: URLSearchParams) => void };

/** Which changes are shown. */
export function ChangesFilter({ query, onQuery }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && value.trim() !== '') chosen.set(name, value.trim());
    }
    onQuery(chosen);
  };
  return (
    <form className={styles.filters} onSubmit={submit} key={JSON.stringify(query)} action="/changes">
      <label>
        Kind{' '}
        <select name="kind" defaultValue={query.kind ?? ''}>
          <option value="">All</option>
          {Object.entries(kinds).map(([kind, { plural }]) => (
            <option key={kind} value={kind}>
              {plural}
            </option>
          ))}
        </select>
      </label>
      <label>
        Tag <input name="tag" defaultValue={query.tag ?? ''} maxLength={100} autoCapitalize="none" />
      </label>
      <label>
        <input type="checkbox" name="newcomers" value="yes" defaultChecked={query.newcomers === 'yes'} /> By newcomers
      </label>
      <label>
        <input type="checkbox" name="minor" value="hidden" defaultChecked={query.minor === 'hidden'} /> Without minor
        ones
      </label>
      <label>
        <input type="checkbox" name="unreviewed" value="yes" defaultChecked={query.unreviewed === 'yes'} /> Not reviewed
        yet
      </label>
      <Button type="submit" look="plain">
        Show
      </Button>
    </form>
  );
}
