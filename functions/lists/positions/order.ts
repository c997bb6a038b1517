import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { AppError } from '#shared/app-error.ts';
import { longestPosition } from '#shared/lists/rules.ts';
import { gateById } from '../table.ts';
import { lastOf, nextOf, type Placed, replace, wholeOrder } from './table.ts';

/** A transaction takes 100 writes, three for each that moves. */
const movedAtOnce = 30;

/** The position after the last of a closed list. */
export async function endOf(listId: string): Promise<string> {
  return generateKeyBetween((await lastOf(listId))?.position ?? null, null);
}

/**
 * Moves an entry of a closed list right after another, or to the front; false where it stands there already or the list
 * changed since `turn`. Every change of a list takes its turn, so no two entries ever come to share a position.
 */
export async function moveAfter(
  listId: string,
  turn: number,
  moved: Placed,
  after: Placed | undefined,
): Promise<'moved' | 'there' | 'overtaken'> {
  const [next] = await nextOf(listId, after, 1);
  if (next?.itemId === moved.itemId) return 'there';
  const position = generateKeyBetween(after?.position ?? null, next?.position ?? null);
  if (position.length > longestPosition) {
    await shorten(listId);
    return 'overtaken';
  }
  return (await replace(listId, turn, [{ from: moved, to: position }])) ? 'moved' : 'overtaken';
}

/**
 * Gives all of a list short positions behind the last one, from the last entry to the first: after each step the order is
 * what it was, so it may be cut off anywhere and begun again.
 */
async function shorten(listId: string): Promise<void> {
  const order = await wholeOrder(listId);
  const positions = generateNKeysBetween(order.at(-1)?.position ?? null, null, order.length);
  const moves = order.map((from, index) => ({ from, to: positions[index] ?? from.position }));
  while (moves.length > 0) {
    const gate = await gateById(listId, { strong: true });
    const some = moves.splice(-movedAtOnce);
    if (!gate || !(await replace(listId, gate.turn, some))) throw new AppError('try_again');
  }
}
