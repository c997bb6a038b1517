import { kinds } from 'virtual:contract';
import { Link } from 'wouter';
import { savesPage } from '#shared/saves/addresses.ts';
import type { SaveCard } from '#shared/saves/schema.ts';
import { kindCards } from '../features/items/kinds/registry.ts';
import { shelfLabel } from '../features/saves/list-title.ts';
import { OnlyYou } from '../features/saves/only-you.tsx';
import { SaveNote } from '../features/saves/save-note.tsx';
import { Picture } from '../ui/picture.tsx';
import { Day } from '../ui/time-ago.tsx';
import styles from './save-list.module.css';

type Props = {
  save: SaveCard;
  /** What the page it stands on is about, and so need not be said of each. */
  about: 'person' | 'item' | 'nobody';
  tagHref: (tag: string) => string;
};

/** One entry of a list of saves: the day in the margin, what was saved, by whom, and what they said of it. */
export function SaveRow({ save, about, tagHref }: Props) {
  const { item, by, at, address, shelf, shelves = [], tags = [] } = save;
  const look = kindCards[item.kind];
  const isItem = address === undefined;
  return (
    <li className={styles.row} data-about={about}>
      <span className={styles.day}>
        <Day day={at} short />
      </span>
      {about !== 'item' && (
        <div className={styles.picture}>
          <Picture src={item.picture} shape={look.picture} fallback={look.glyph} />
        </div>
      )}
      <div className={styles.what}>
        {about === 'item' ? (
          <h2 className={styles.title}>
            <Link href={savesPage(by)}>@{by}</Link>
          </h2>
        ) : (
          <h2 className={styles.title}>
            {isItem ? (
              <Link href={`/i/${item.id}`}>{item.title}</Link>
            ) : (
              <a href={safe(address)} rel="nofollow noopener noreferrer">
                {item.title}
              </a>
            )}
          </h2>
        )}
        {about !== 'item' && item.byline && <p className={styles.byline}>{item.byline}</p>}
        <SaveNote save={save} />
        <ul className={styles.facts}>
          {save.private && (
            <li>
              <OnlyYou />
            </li>
          )}
          {about === 'nobody' && (
            <li>
              by <Link href={savesPage(by)}>@{by}</Link>
            </li>
          )}
          {about !== 'item' && (
            <li>
              <Link href={savesPage(by, { kind: item.kind, ...(shelf ? { shelf } : {}) })}>
                {kinds[item.kind].label}
                {shelf && `: ${shelfLabel(item.kind, shelf)}`}
              </Link>
            </li>
          )}
          {about === 'item' && shelf && <li>{shelfLabel(item.kind, shelf)}</li>}
          {about === 'person' &&
            shelves.map((own) => (
              <li key={own}>
                <Link href={savesPage(by, { own })}>{own}</Link>
              </li>
            ))}
          {about !== 'item' && isItem && !save.private && (
            <li>
              <Link href={`/i/${item.id}/savers`}>
                Who saved it<span className="visually-hidden">: {item.title}</span>
              </Link>
            </li>
          )}
        </ul>
        {tags.length > 0 && (
          <ul className={styles.tags} aria-label={`Tags on ${item.title}`}>
            {tags.map((tag) => (
              <li key={tag}>
                <Link href={tagHref(tag)} rel="tag">
                  {tag}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

/** Only what a browser fetches: nothing that it would run. */
const safe = (address: string) => (/^https?:\/\//i.test(address) ? address : undefined);
