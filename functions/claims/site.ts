import type { ItemRow } from '#functions/items/reader.ts';
import { peopleHere } from '#functions/people/reader.ts';
import { fieldsAt, revisionRow } from '#functions/revisions/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { provableHost } from '#shared/claims/rules.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { termsOfConsent } from '#shared/proposals/rules.ts';

/** So many changes of its fields are looked back at; whoever changes more at once waits. */
const looksBack = 10;

/** The host at which an item can be proven; undefined where it has none. */
export function hostOf({ kind, fields }: Pick<ItemRow, 'kind' | 'fields'>): string | undefined {
  return provableHost(kinds[kind].site?.(fields));
}

/**
 * The same, where it has stood for as long as a proposal takes here. Anybody may edit an item: without that, whoever has a
 * host would put it there and own the item a moment later. What an item had from the beginning counts at once.
 * @throws no_website, website_too_new
 */
export async function requireHost(item: ItemRow, now: Date): Promise<string> {
  const host = hostOf(item);
  if (host === undefined) throw new AppError('no_website');
  if (item.fieldsOf === undefined) return host;
  const { hours } = termsOfConsent(await peopleHere());
  const enough = now.getTime() - hours * 3_600_000;
  let n = item.fieldsOf;
  for (let looks = 0; looks < looksBack; looks++) {
    const row = await fieldsAt(item.id, n, { strong: true });
    if (!row?.fields || hostOf({ kind: item.kind, fields: row.fields }) !== host) break;
    const { at = item.at } = (await revisionRow(item.id, row.n, { strong: true })) ?? {};
    if (row.n === 1 || Date.parse(at) <= enough) return host;
    n = row.n - 1;
  }
  const wait = hours === 1 ? 'an hour' : `${hours} hours`;
  throw new AppError('website_too_new', `${host} has to stand on the item’s page for ${wait}, so that others see it`);
}
