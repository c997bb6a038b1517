import { kinds } from 'virtual:contract';
import { shelvesOf } from 'virtual:shelves';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { savesPage } from '#shared/saves/addresses.ts';
import { type SaveList, saveListName } from '#shared/saves/rules.ts';
import type { Answer } from '../../client/call.ts';
import { exactCount } from '../../ui/numbers.ts';
import styles from './shelf-nav.module.css';

type Props = { handle: string; counts: Answer<'getShelves'>; list: SaveList };

/** A person's shelves with how many stand on each; what is empty is left out, but for what is shown. */
export function ShelfNav({ handle, counts, list }: Props) {
  const current = saveListName(list);
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the shelves are a line that moves: the current one is brought into view.
  useEffect(() => {
    const found = nav.current?.querySelector<HTMLElement>(`a[data-list="${CSS.escape(current ?? '')}"]`);
    if (nav.current && found)
      nav.current.scrollLeft =
        found.offsetLeft - nav.current.offsetLeft + (found.offsetWidth - nav.current.clientWidth) / 2;
  }, [current]);
  const line = (to: SaveList, label: string, count: number | undefined) => {
    const isCurrent = saveListName(to) === current;
    if (!count && !isCurrent) return null;
    return (
      <li key={label}>
        <Link href={savesPage(handle, to)} data-list={saveListName(to)} aria-current={isCurrent ? 'page' : undefined}>
          {label} <span>{exactCount(count ?? 0)}</span>
        </Link>
      </li>
    );
  };
  const own = Object.entries(counts.own).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <nav ref={nav} aria-label={`Shelves of @${handle}`} className={styles.nav}>
      <ul>{line({}, 'All', counts.all)}</ul>
      {(Object.keys(kinds) as KindName[])
        .filter((kind) => counts.kinds[kind] || list.kind === kind)
        .map((kind) => (
          <ul key={kind}>
            {line({ kind }, kinds[kind].plural, counts.kinds[kind])}
            {shelvesOf[kind].map(({ key, label }) =>
              line({ kind, shelf: key }, label, counts.shelves[`${kind}/${key}`]),
            )}
          </ul>
        ))}
      {(own.length > 0 || list.own !== undefined) && (
        <>
          <h2>Own shelves</h2>
          <ul>
            {own.map(([shelf, count]) => line({ own: shelf }, shelf, count))}
            {list.own !== undefined && !counts.own[list.own] && line(list, list.own, 0)}
          </ul>
        </>
      )}
    </nav>
  );
}
