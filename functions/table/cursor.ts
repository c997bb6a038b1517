import { AppError } from '#shared/app-error.ts';

/** Writes the cursor that continues a list (its partition) after a sort key. */
export function writeCursor(pk: string, sk: string): string {
  return Buffer.from(`${mark(pk)}${sk}`, 'utf8').toString('base64url');
}

/**
 * The sort key that a cursor of this list continues after.
 * @throws invalid_cursor for a forged one or one of another list
 */
export function readCursor(pk: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const sk = text.slice(6);
  if (text.slice(0, 6) !== mark(pk) || !/^\P{Cc}{1,300}$/u.test(sk)) throw new AppError('invalid_cursor');
  return sk;
}

/** Whether a cursor was written for this list. */
export const isCursorOf = (pk: string, cursor: string): boolean =>
  Buffer.from(cursor, 'base64url').toString('utf8').slice(0, 6) === mark(pk);

/** Six digits that tell lists apart (FNV-1a); a mistake is caught, a forger only reads elsewhere in the same list. */
function mark(pk: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(pk, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36).padStart(7, '0').slice(-6);
}
