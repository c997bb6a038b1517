import { ownerKey } from '#functions/claims/owners/table.ts';
import { claimedKey } from '#functions/claims/table.ts';
import { claimIdOf, personIdOf } from '#functions/people/identity.ts';
import { putRow } from '#functions/table/table.ts';
import { subOf } from './event.ts';

/** Makes somebody the owner of an item, as a proof by DNS record would. */
export async function owns(name: string, itemId: string, sub = subOf(name)): Promise<void> {
  const at = '2026-01-02T03:04:05Z';
  const personId = personIdOf(sub);
  const id = claimIdOf(personId, itemId);
  const host = 'example.org';
  const found = { way: 'dns', host, seen: at };
  await putRow({ ...claimedKey(personId, itemId), type: 'claimMade' });
  await putRow({
    ...ownerKey(itemId, id),
    type: 'owner',
    id,
    itemId,
    title: 'An item',
    by: name,
    byId: personId,
    at,
    token: 'a token',
    ...found,
  });
}
