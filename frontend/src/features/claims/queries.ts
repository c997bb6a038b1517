import { type Answer, call } from '../../client/call.ts';
import { forgetLoaded, setLoaded, useLoad, usePages } from '../../client/loads.ts';
import { useSession } from '../../client/session.ts';

export type Claims = Answer<'getClaims'>;
export type MyClaim = NonNullable<Answer<'getMyClaim'>['claim']>;
type Mine = Answer<'getMyClaim'>;

const mineKey = (itemId: string) => `mine:claim:${itemId}`;

/** Who owns an item, and who did. */
export function useClaims(itemId: string) {
  return useLoad<Claims>(`claims:${itemId}`, () => call('getClaims', { params: { itemId } }));
}

/** My own claim to it. */
export function useMyClaim(itemId: string) {
  const session = useSession();
  return useLoad<Mine>(
    mineKey(itemId),
    () => call('getMyClaim', { params: { itemId } }),
    session.signedIn && session.handle !== null,
  );
}

/** Everything that I own or said so of. */
export const useMyClaims = () => usePages('mine:claims', (cursor) => call('listMyClaims', { query: { cursor } }));

function keep(itemId: string, claim: MyClaim | null): void {
  setLoaded<Mine>(mineKey(itemId), { claim });
  forgetLoaded(`claims:${itemId}`);
  forgetLoaded(`item:${itemId}`);
  forgetLoaded('mine:claims');
}

export async function startClaim(itemId: string): Promise<void> {
  keep(itemId, (await call('startClaim', { params: { itemId } })).claim);
}

export async function proveClaim(itemId: string, way: 'dns' | 'file'): Promise<void> {
  keep(itemId, (await call('proveClaim', { params: { itemId }, body: { way } })).claim);
}

export async function endClaim(itemId: string): Promise<void> {
  await call('endClaim', { params: { itemId } });
  keep(itemId, null);
}
