import { keyText, type Write } from '#functions/table/table.ts';

/** Writes of one transaction, each check once: two checks of one row, of one account for two reasons, are refused as a mistake. */
export function onceEach(writes: readonly Write[]): Write[] {
  const seen = new Set<string>();
  return writes.filter((write) => {
    if (!('check' in write)) return true;
    const name = keyText(write.check);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
