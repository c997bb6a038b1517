import { ownedEntry } from '#functions/holds/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import type { OwnerRow } from './owners/table.ts';
import { checkEntry, type PastRow } from './table.ts';

/** A claim proven or ended: its item names its owners. */
export function ownerContributions({ before, after }: Change): Contribution[] {
  const is = after as OwnerRow | undefined;
  const row = is ?? (before as OwnerRow | undefined);
  if (!row) return [];
  const { id, itemId } = row;
  return [
    {
      standing: 'item',
      id: itemId,
      fold: (standing) => {
        const { [id]: _before, ...others } = standing.owners ?? {};
        const named = is?.by === undefined ? {} : { [id]: shownIn(is, is.by) };
        const owners = { ...others, ...named };
        if (Object.keys(owners).length > 0) standing.owners = owners;
        else delete standing.owners;
      },
    },
  ];
}

const shownIn = ({ at, way, host }: OwnerRow, by: string) => ({ by, at, way, ...(host === undefined ? {} : { host }) });

/** The line of proofs that are looked at again; and that its owner's review is to be looked at. */
export function ownerEntries(row: Row, now: Date): Entry[] {
  const owner = row as OwnerRow;
  const owned = ownedEntry(owner, Date.parse(owner.at), now);
  return owner.looked === undefined ? owned : [checkEntry(owner), ...owned];
}

/** That the review is to be looked at of somebody whose claim ended. */
export function pastEntries(row: Row, now: Date): Entry[] {
  const past = row as PastRow;
  return ownedEntry(past, Date.parse(past.ended.at), now);
}
