import { getRow, type Key, queryRows, type Row } from '#functions/table/table.ts';
import type { ClaimWay } from '#shared/claims/schema.ts';

/**
 * The fact of a claim, in one of three places under its item: it waits for proof, it is proven (the person is an owner), or
 * it ended. `by` and `byId` go with the account. `at`: since when it is where it is.
 */
export type Claimed = Row & {
  id: string;
  itemId: string;
  /** What the item was called. */
  title: string;
  by?: string;
  byId?: string;
  at: string;
  /** What is to be shown at the host. */
  token: string;
};
export type Proven = {
  way: ClaimWay;
  /** The host that was proven and when the proof was seen last, where it can be looked up; and since when it is missing. */
  host?: string;
  seen?: string;
  missing?: string;
  /** When it was looked for last. */
  looked?: string;
  proposal?: string;
  /** The item that theirs was merged into, which they do not own by that; absent where it was not. */
  merged?: { into: string; title: string; at: string };
};
export type OwnerRow = Claimed & Proven & { type: 'owner' };

/** Everything claimed of an item lies together. */
export const claimsPartition = (itemId: string) => `CL#${itemId}`;
const owners = 'OWNER#';
export const ownerKey = (itemId: string, claimId: string): Key => ({
  pk: claimsPartition(itemId),
  sk: `${owners}${claimId}`,
});

/** The proven claims of an item: one request of half a read unit; `strong` sees one proven a moment ago. */
export async function ownerRows(itemId: string, { strong = false }: { strong?: boolean } = {}): Promise<OwnerRow[]> {
  const { rows } = await queryRows<OwnerRow>({
    pk: claimsPartition(itemId),
    begins: owners,
    limit: 20,
    strong,
  });
  return rows;
}

/** A proven claim, with every write before seen: one read unit. */
export async function ownerRow(itemId: string, claimId: string): Promise<OwnerRow | undefined> {
  return getRow<OwnerRow>(ownerKey(itemId, claimId), { strong: true });
}
