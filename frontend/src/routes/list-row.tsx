import { kinds } from 'virtual:contract';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { ListEntry } from '#shared/lists/schema.ts';
import { call } from '../client/call.ts';
import { kindCards } from '../features/items/kinds/registry.ts';
import { ballotsSaid, pointsSaid } from '../features/lists/numbers.ts';
import { Picture } from '../ui/picture.tsx';
import { refused } from '../ui/refusal.ts';
import styles from './list.module.css';

type Props = { listId: string; entry: ListEntry; rank: number; actions?: ReactNode };

/** One thing on a list: its place, what it is, why it is there and stands there. */
export function ListRow({ listId, entry, rank, actions }: Props) {
  const { itemId, kind, title, byline, picture, by, points, voters } = entry;
  const look = kindCards[kind];
  return (
    <li className={styles.row}>
      <span className={styles.rank}>
        <span className="visually-hidden">Number </span>
        {rank}
      </span>
      <Picture src={picture} shape={look.picture} fallback={look.glyph} />
      <div className={styles.entry}>
        <h2 className={styles.title}>
          <Link href={`/i/${itemId}`}>{title}</Link>
        </h2>
        {byline && <p className={styles.byline}>{byline}</p>}
        <Note listId={listId} entry={entry} />
        <p className={styles.facts}>
          {kinds[kind].label}
          {voters === 0 && ' · no votes yet'}
          {points !== undefined && !!voters && (
            <>
              {' · '}
              <a href="#order" title="101 − place, summed over the ballots that name it">
                <b>{pointsSaid(points)}</b> from {ballotsSaid(voters)}
              </a>
            </>
          )}
          {by && (
            <>
              {' '}
              · put here by <Link href={`/@${by}`}>@{by}</Link>
            </>
          )}
        </p>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </li>
  );
}

/** Why it is on the list; the rest of a long note is asked for. */
function Note({ listId, entry: { itemId, note, more, title } }: Pick<Props, 'listId' | 'entry'>) {
  const [whole, setWhole] = useState<string>();
  if (!note) return null;
  const read = () =>
    void call('getListEntry', { params: { listId, itemId } })
      .then(({ entry }) => setWhole(entry.note ?? ''))
      .catch(refused('The whole note did not come'));
  return (
    <p className={styles.note}>
      {whole ?? note}
      {more && whole === undefined && (
        <>
          {' '}
          <button type="button" className={styles.more} onClick={read} aria-label={`Read the whole note on ${title}`}>
            more
          </button>
        </>
      )}
    </p>
  );
}
