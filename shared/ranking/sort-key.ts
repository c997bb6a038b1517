/**
 * A number as text of 16 hexadecimal digits whose order is the numbers' order: the bits of the
 * double, all flipped for negatives, the sign alone for the rest.
 */
export function sortableNumber(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value === 0 ? 0 : value);
  const bits = view.getBigUint64(0);
  const sortable = bits >> 63n ? ~bits & 0xffffffffffffffffn : bits | (1n << 63n);
  return sortable.toString(16).padStart(16, '0');
}

/** Where an item stands within a ranking: by score, then the newer first, then by id. */
export function rankKey(score: number, createdSeconds: number, itemId: string): string {
  return `${sortableNumber(score)}${Math.max(0, createdSeconds).toString(36).padStart(7, '0')}${itemId}`;
}

/** The item of a place. */
export function rankedId(sortKey: string): string {
  return sortKey.slice(16 + 7);
}
