import { sumOf } from '#shared/areas/rules.ts';
import { type AreaRows, type AreaStanding, areaRows, listed, namedTogether, numbersOf, togetherId } from './table.ts';

/**
 * Areas as they count: one that was merged into another is that one, and what names either lies in it. No row of the places
 * is touched by a merge, so it is undone exactly; who reads puts together what stands apart.
 */
type United = {
  /** What an area leads to: itself, or what it was merged into. */
  survivor: (areaId: string) => string;
  /** What counts as one with an area: itself first, and all that was merged into it. */
  members: (areaId: string) => string[];
  item: AreaRows['item'];
  /** The places of all of those together, each once, however many of them it names. */
  standing: (areaId: string, scope: string) => AreaStanding;
};

/** Merges one after the other that are followed, and areas that are read for one answer. */
const [stepsAtMost, areasAtMost] = [20, 200];

/**
 * Reads on from what was read of some areas: one round trip more for each merge in a row, and two for what names both where
 * numbers are asked for; none where nothing was merged.
 */
export async function united(areaIds: readonly string[], scopes: readonly string[], first?: AreaRows): Promise<United> {
  const reads = new Map<string, AreaRows>();
  const item = (id: string) => reads.get(id)?.item(id);
  let wanted = [...new Set(areaIds)];
  for (let step = 0; wanted.length > 0 && step < stepsAtMost && reads.size < areasAtMost; step++) {
    const rows = step === 0 && first ? first : await areaRows(wanted, scopes);
    for (const id of wanted) reads.set(id, rows);
    const next = wanted.flatMap((id) => {
      const { into, merged = {} } = item(id) ?? {};
      return [...(into === undefined ? [] : [into]), ...Object.keys(merged)];
    });
    wanted = [...new Set(next)].filter((id) => !reads.has(id)).slice(0, areasAtMost);
  }
  const survivor = (id: string): string => {
    let at = id;
    for (let step = 0; step < stepsAtMost; step++) at = item(at)?.into ?? at;
    return at;
  };
  const members = (id: string): string[] => {
    const all = new Set([id]);
    // What is added while it is gone through is gone through, too.
    for (const one of all) for (const merged of Object.keys(item(one)?.merged ?? {})) all.add(merged);
    return [...all].filter((one) => reads.has(one));
  };
  const asOne = [...new Set([...areaIds, ...areaIds.map(survivor)])].map(members).filter(({ length }) => length > 1);
  const named = scopes.length > 0 ? (await Promise.all(asOne.map(namedTogether))).flat() : [];
  const together = [...new Map(named.map((ids) => [togetherId(ids), ids])).values()];
  const counted = together.length > 0 ? await numbersOf(together.map(togetherId), scopes) : undefined;
  return {
    survivor,
    members,
    item,
    standing: (id, scope) => {
      const all = members(id);
      const twice = together.flatMap((ids) => {
        const times = ids.filter((one) => all.includes(one)).length - 1;
        return counted && times > 0 ? Array<AreaStanding>(times).fill(counted(togetherId(ids), scope)) : [];
      });
      return sumOf(
        all.flatMap((one) => reads.get(one)?.standing(one, scope) ?? []),
        twice,
      );
    },
  };
}

type Listed = Awaited<ReturnType<typeof listed>>['rows'];

/** What is listed of several areas as of one, best first and each once: what lies in two of them has one place in the order. */
export async function listedTogether(
  [own, ...merged]: readonly string[],
  scope: string,
  page: { after?: string | undefined; limit: number },
  first: Listed,
): Promise<Listed> {
  if (own === undefined || merged.length === 0) return first;
  const more = await Promise.all(merged.map(async (id) => (await listed(id, scope, page)).rows));
  const all = new Map([first, ...more].flat().map((row) => [row.sk, row]));
  return [...all.values()].sort((a, b) => (a.sk < b.sk ? 1 : -1)).slice(0, page.limit);
}
