import { stored } from '#functions/table/failures.ts';
import { queryAll, queryRows, type Row, transact } from '#functions/table/table.ts';
import { entryKey, gateChange, positionKey, positionPrefix } from '../table.ts';

/** Where an entry of a closed list stands. Read in the order of the list. */
type PositionRow = Row & { type: 'listPosition'; itemId: string };
export type Placed = { itemId: string; position: string };

const placed = ({ sk, itemId }: PositionRow): Placed => ({
  itemId,
  position: sk.slice(positionPrefix.length, -itemId.length - 1),
});
const order = (listId: string) => {
  const { pk } = positionKey(listId, '', '');
  return { pk, begins: positionPrefix, strong: true };
};

/** The last entry of a closed list, with every write before seen; 1 read unit. */
export async function lastOf(listId: string): Promise<Placed | undefined> {
  const { rows } = await queryRows<PositionRow>({ ...order(listId), descending: true, limit: 1 });
  return rows[0] && placed(rows[0]);
}

/** The next entries of a closed list after one, or the first; 1 read unit. */
export async function nextOf(listId: string, after: Placed | undefined, limit: number): Promise<Placed[]> {
  const from = after && positionKey(listId, after.position, after.itemId).sk;
  const { rows } = await queryRows<PositionRow>({ ...order(listId), after: from, limit });
  return rows.map(placed);
}

/** All of a closed list in its order. */
export async function wholeOrder(listId: string): Promise<Placed[]> {
  return (await queryAll<PositionRow>(order(listId))).map(placed);
}

/** Gives entries other positions, all at once, where nothing on the list changed since `turn`; false where something did. */
export async function replace(listId: string, turn: number, moves: readonly { from: Placed; to: string }[]) {
  return stored(
    transact([
      gateChange(listId, 0, turn),
      ...moves.flatMap(({ from: { itemId, position }, to }) => [
        {
          update: entryKey(listId, itemId),
          set: 'SET #position = :to',
          condition: '#position = :from',
          names: { '#position': 'position' },
          values: { ':to': to, ':from': position },
        },
        { delete: positionKey(listId, position, itemId) },
        { put: { ...positionKey(listId, to, itemId), type: 'listPosition', itemId } },
      ]),
    ]),
  );
}
