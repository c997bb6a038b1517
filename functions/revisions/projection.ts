import type { Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { backlinksPartition, type LinksRow } from './table.ts';

/** An item at each thing that its text links to. */
export function linksEntries(row: Row): Entry[] {
  const { itemId, targets } = row as LinksRow;
  return Object.entries(targets).map(([target, since]) => ({
    pk: backlinksPartition(target),
    sk: `${since}#${itemId}`,
    type: 'entry',
    card: JSON.stringify({ id: itemId, since }),
  }));
}
