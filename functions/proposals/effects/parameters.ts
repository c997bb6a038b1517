import { rerank, versionsMade, versionWrites } from '#functions/ranking/reader.ts';
import { AppError } from '#shared/app-error.ts';
import type { ChangeOf } from '#shared/proposals/schema.ts';
import {
  type Adjusted,
  adjusted,
  differences,
  isAdjustable,
  rankingVersion,
  refusedValues,
  versionName,
} from '#shared/ranking/parameters.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { inWords } from '#shared/text.ts';
import type { Effect } from './effect.ts';

/** How long the first call lists items anew; the hourly job goes on. */
const listingMilliseconds = 5000;

/** A new version of the ranking parameters, and everything listed by it. */
export const parameters: Effect<'parameters'> = {
  check: async (change) => {
    const { before, after } = await versionsOf(change);
    const moved = differences(before.values, after).map(({ name, from, to }) => `${inWords(name)} ${from} → ${to}`);
    return { title: `Ranking: ${moved.join(', ')}`, href: '/how-ranking-works', subjects: [] };
  },
  writes: async (change, { proposalId, summary, now }) => {
    const { before, after } = await versionsOf(change);
    const n = before.n + 1;
    const version = versionName(n);
    const back = Object.fromEntries(differences(before.values, after).map(({ name, from }) => [name, from]));
    return {
      writes: versionWrites({ n, version, values: after, at: isoSeconds(now), proposal: proposalId, summary }),
      opposite: { what: 'parameters', base: version, values: back },
    };
  },
  finish: () => rerank(Date.now() + listingMilliseconds),
};

/**
 * The version in force and the values after the change: of it, the parameters that are named take the new values.
 * @throws change_not_possible, nothing_changes, change_conflict where one of them was changed since `base`
 */
async function versionsOf({ base, values }: ChangeOf<'parameters'>) {
  const refused = refusedValues(values);
  if (refused !== undefined) throw new AppError('change_not_possible', refused);
  const { versions } = await versionsMade({ strong: true });
  const from = base === rankingVersion ? {} : versions.find(({ version }) => version === base)?.values;
  if (!from) throw new AppError('change_not_possible', `There is no version ${base} of the parameters`);
  const { n = 0, values: inForce = {} as Adjusted } = versions.at(-1) ?? {};
  const after = adjusted(inForce, values);
  if (differences(inForce, after).length === 0) throw new AppError('nothing_changes');
  const moved = differences(from, inForce).find(({ name }) => Object.hasOwn(values, name) && isAdjustable(name));
  if (moved) {
    const { name, to } = moved;
    throw new AppError('change_conflict', `${inWords(name)} was changed to ${to} since version ${base}`);
  }
  return { before: { n, values: inForce }, after };
}
