import { areaKinds } from 'virtual:fields';
import { useEffect, useRef, useState } from 'react';
import type { Card } from '#shared/items/schema.ts';
import { call } from '../../client/call.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/numbers.ts';
import styles from './item-form.module.css';

type Props = {
  name: string;
  described: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean };
  /** Ids, the widest area first. */
  ids: readonly string[];
  /** The most that are taken. */
  most: number;
  onIds: (ids: string[]) => void;
};
type Found = { id: string; title: string; byline: string };

/** What areas are called, as far as it is known here. */
const titles = new Map<string, string>();

/** Areas by name, searched for while typing. With an area comes the one that it lies in. */
export default function AreaField({ name, described, ids, most, onIds }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Found[]>();
  const [told, setTold] = useState('');
  const asked = useRef(0);
  const [, setNamed] = useState(0);

  const unknown = ids.filter((id) => !titles.has(id)).join();
  useEffect(() => {
    if (!unknown) return;
    call('listPins', { query: { items: unknown } }).then(
      ({ pins }) => {
        for (const { id, title } of pins) titles.set(id, title);
        setNamed((n) => n + 1);
      },
      // Without its name an area stands there by its id.
      () => {},
    );
  }, [unknown]);

  const type = (value: string) => {
    setText(value);
    const run = ++asked.current;
    if (value.trim() === '') return setFound(undefined);
    setTimeout(() => {
      if (asked.current !== run) return;
      call('search', { query: { q: value, kind: areaKinds[0] } }).then(
        ({ hits }) =>
          asked.current === run && setFound(hits.flatMap(({ item }) => (item ? [foundOf(item)] : [])).slice(0, 6)),
        () => asked.current === run && setFound([]),
      );
    }, 250);
  };
  const add = async ({ id, title }: Found) => {
    titles.set(id, title);
    asked.current++;
    setText('');
    setFound(undefined);
    setTold(`${title} chosen`);
    const line = most > 1 ? [...(await widerThan(id, most)), id] : [id];
    onIds([...new Set([...line, ...ids])].slice(0, most));
  };
  const remove = (id: string) => {
    setTold(`${titles.get(id) ?? id} taken off`);
    onIds(ids.filter((other) => other !== id));
  };

  return (
    <div>
      {ids.length > 0 && (
        <ul className={styles.chosen}>
          {ids.map((id) => (
            <li key={id}>
              {titles.get(id) ?? id}{' '}
              <Button look="plain" aria-label={`Take ${titles.get(id) ?? id} off`} onClick={() => remove(id)}>
                Take off
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        {...described}
        name={name}
        type="text"
        autoComplete="off"
        placeholder="Search areas by name"
        value={text}
        disabled={ids.length >= most}
        onChange={({ target }) => type(target.value)}
        // Enter in a search would send the whole form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div role="status">
        <span className="visually-hidden">{found ? `${counted(found.length, 'area')} found` : told}</span>
        {found?.length === 0 && (
          <p className={styles.none}>No area of that name here yet. It can be added as an item.</p>
        )}
      </div>
      {found && found.length > 0 && (
        <ul className={styles.chosen} aria-label="Areas found">
          {found.map((one) => (
            <li key={one.id}>
              <Button look="plain" onClick={() => void add(one)}>
                {one.title}
              </Button>{' '}
              {one.byline}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const foundOf = ({ id, title, byline }: Card): Found => ({ id, title, byline });

/** The areas that an area lies in, the widest first; as many as are known, where one does not come. */
async function widerThan(areaId: string, most: number): Promise<string[]> {
  const line: string[] = [];
  for (let id = areaId; line.length < most - 1; ) {
    const page = await call('getItem', { params: { itemId: id } }).catch(() => undefined);
    const within = page?.item.fields.within;
    if (typeof within !== 'string' || within === areaId || line.includes(within)) break;
    line.unshift(within);
    id = within;
  }
  return line;
}
