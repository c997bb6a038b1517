import {
  type FollowerRow,
  type FollowRow,
  isFollowTally,
  sameUnderTarget,
  tallyOf,
} from '#functions/relations/table.ts';
import { keyText, type Row } from '#functions/table/table.ts';
import { type Check, shown } from './check.ts';

/** Who follows or watches something stands under it since the same moment, and is counted; nobody else. */
export function checkRelations(): Check {
  /** By where the same stands under the target: since when. */
  const facts = new Map<string, string>();
  const mirrors = new Map<string, string>();
  const counted = new Map<string, number>();
  const tallies = new Map<string, number>();
  return {
    add: (row: Row) => {
      if (row.type === 'follow' || row.type === 'watch') {
        const fact = row as FollowRow;
        facts.set(keyText(sameUnderTarget(fact)), fact.since);
        const tally = keyText(tallyOf(fact));
        counted.set(tally, (counted.get(tally) ?? 0) + 1);
      }
      if (row.type === 'follower' || row.type === 'watcher') {
        const { since, gone } = row as FollowerRow;
        if (!gone) mirrors.set(keyText(row), since);
      }
      if (isFollowTally(row)) tallies.set(keyText(row), Number(row.count));
    },
    differences: () => [
      ...[...new Set([...facts.keys(), ...mirrors.keys()])]
        .filter((name) => facts.get(name) !== mirrors.get(name))
        .map((name) => `${shown(name)}: since ${mirrors.get(name)}, by the person’s own row ${facts.get(name)}`),
      ...[...new Set([...counted.keys(), ...tallies.keys()])]
        .filter((name) => (counted.get(name) ?? 0) !== (tallies.get(name) ?? 0))
        .map((name) => `${shown(name)}: counted ${tallies.get(name) ?? 0}, and there are ${counted.get(name) ?? 0}`),
    ],
  };
}
