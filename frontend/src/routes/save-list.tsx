import { type ReactNode, useEffect, useRef } from 'react';
import type { SaveCard } from '#shared/saves/schema.ts';
import type { Pages } from '../client/loads.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import styles from './save-list.module.css';
import { SaveRow } from './save-row.tsx';

type Props = {
  label: string;
  list: { data: Pages<SaveCard> | undefined; error: unknown; loading: boolean; reload: () => void; more: () => void };
  about: 'person' | 'item' | 'nobody';
  tagHref: (tag: string, save: SaveCard) => string;
  /** Shown where there is none. */
  empty: ReactNode;
};

/** A list of saves, page by page. */
export function SaveList({ label, list, about, tagHref, empty }: Props) {
  const element = useRef<HTMLOListElement>(null);
  const shownBefore = useRef<number>(undefined);
  const saves = (list.data?.pages ?? []).flat();
  // After “More”, the focus goes to the first row that came.
  useEffect(() => {
    if (shownBefore.current === undefined || saves.length <= shownBefore.current) return;
    element.current?.children[shownBefore.current]?.querySelector<HTMLElement>('h2 a')?.focus();
    shownBefore.current = undefined;
  }, [saves.length]);
  const more = () => {
    shownBefore.current = saves.length;
    list.more();
  };
  return (
    <>
      <p className="visually-hidden" role="status">
        {list.data ? `${label}: ${counted(saves.length, 'save')} shown` : ''}
      </p>
      {!list.data && list.error === undefined && (
        <>
          <Loading what="the saves" />
          <ol className={styles.list} aria-hidden="true">
            {standIns(8).map((index) => (
              <li key={index} className={styles.row} data-about="item">
                <span className={styles.day}>
                  <Bone width={8} />
                </span>
                <div className={styles.what}>
                  <p className={styles.title}>
                    <Bone width={28} tall />
                  </p>
                  <p className={styles.byline}>
                    <Bone width={16} />
                  </p>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      {saves.length > 0 && (
        <ol ref={element} className={styles.list} aria-label={label}>
          {saves.map((save) => (
            <SaveRow
              key={`${save.by} ${save.item.id}`}
              save={save}
              about={about}
              tagHref={(tag) => tagHref(tag, save)}
            />
          ))}
        </ol>
      )}
      {list.data && saves.length === 0 && !list.data.next && empty}
      {list.error !== undefined && <Failure error={list.error} retry={list.data ? more : list.reload} />}
      {list.data?.next && list.error === undefined && (
        <p className={styles.more}>
          <Button look="plain" busy={list.loading} onClick={more}>
            {list.loading ? 'Turning the page…' : 'More'}
          </Button>
        </p>
      )}
    </>
  );
}
