import { audit } from '#functions/projections/audit.ts';
import { type Row, scanRows } from '#functions/table/table.ts';
import type { Poison } from './poison.ts';
import { refusedText } from './refused-steps.ts';
import type { World } from './world.ts';

/** Looks through the whole table: for what was made twice or not at all, for what was refused; and audits. */
export async function checkTable(world: World, poison: Poison): Promise<{ rows: number; audited: number }> {
  const made = new Map<string, number>();
  const addresses = new Map<string, number>();
  let rows = 0;
  for await (const page of scanRows()) {
    for (const row of page) {
      rows++;
      if (JSON.stringify(row).includes(refusedText)) world.findings.add('left over', `${refusedText} in ${row.pk}`);
      if (row.type !== 'item') continue;
      const { title, fields } = row as Row & { title: string; fields?: { url?: string } };
      const { url } = fields ?? {};
      const name = title.split(' ')[0] ?? '';
      made.set(name, (made.get(name) ?? 0) + 1);
      if (url) addresses.set(url, (addresses.get(url) ?? 0) + 1);
    }
  }
  for (const [title, { least, most }] of world.made) {
    const found = made.get(title) ?? 0;
    if (found < least) world.findings.add('lost', `Item ${title} was made and is not there`);
    if (found > most) world.findings.add('doubled', `Item ${title} is there ${found} times, not ${most}`);
  }
  for (const [url, found] of addresses) if (found > 1) world.findings.add('doubled', `${url} is there ${found} times`);
  const { checked, differences, inconsistent, unfit } = await audit();
  for (const difference of [...differences, ...inconsistent]) world.findings.add('audit difference', difference);
  const poisoned = (row: string) => poison.keys.some(({ pk }) => row.startsWith(pk));
  for (const row of unfit) if (!poisoned(row)) world.findings.add('audit difference', `Unfit: ${row}`);
  return { rows, audited: checked };
}
