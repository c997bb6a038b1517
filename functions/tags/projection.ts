import { ownerOf } from '#functions/people/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { SaveRow } from '#functions/saves/reader.ts';
import { settle } from '#shared/ranking/settle.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import { synonymPair, tagUses } from '#shared/tags/rules.ts';
import {
  namesOfPair,
  pairOf,
  type SynonymRow,
  type SynonymStanding,
  synonymListPartition,
  synonymsOfPartition,
} from './synonyms/table.ts';
import { type TagStanding, tagListPartition } from './table.ts';

/** Tags are in the row of what a person keeps with an item; where that is private, so are they. */
function publicTags(row: Change['after']): ReadonlySet<string> {
  const { tags, private: isPrivate } = (row ?? {}) as Partial<SaveRow>;
  return isPrivate ? new Set() : (tags ?? new Set());
}

/** Tags that a person put on an item or took off it, for everybody to see. */
export function tagsContributions({ before, after }: Change): Contribution[] {
  const was = publicTags(before);
  const is = publicTags(after);
  const row = (after ?? before) as SaveRow | undefined;
  if (!row) return [];
  const changes = [...new Set([...was, ...is])]
    .map((tag) => [tag, Number(is.has(tag)) - Number(was.has(tag))] as const)
    .filter(([, change]) => change !== 0);
  if (changes.length === 0) return [];
  const personId = ownerOf(row);
  const total = changes.reduce((sum, [, change]) => sum + change, 0);
  return [
    {
      standing: 'item',
      id: row.itemId,
      fold: (standing) => {
        for (const [tag, change] of changes) {
          const count = tagUses(standing.tags, tag) + change;
          if (count === 0) delete standing.tags[tag];
          else standing.tags[tag] = count;
        }
      },
    },
    {
      standing: 'person',
      id: personId,
      fold: (standing) => {
        standing.tags += total;
      },
    },
  ];
}

/** A tag's line in the list of all tags. */
export function tagEntries(tag: string, { items }: TagStanding): Entry[] {
  if (items <= 0) return [];
  const count = settle(items);
  return [
    {
      pk: tagListPartition,
      sk: `${sortableNumber(count)}${tag}`,
      type: 'entry',
      card: JSON.stringify({ tag, count }),
    },
  ];
}

/** Which of two names somebody says is the better one, said, taken back or changed. */
export function synonymContributions({ before, after }: Change): Contribution[] {
  const was = (before as SynonymRow | undefined)?.tag;
  const is = (after as SynonymRow | undefined)?.tag;
  const row = (after ?? before) as SynonymRow | undefined;
  if (!row || was === is) return [];
  return [
    {
      standing: 'synonym',
      id: pairOf(row.tag, row.other),
      fold: ({ better }) => {
        for (const [name, change] of [
          [was, -1],
          [is, 1],
        ] as const) {
          if (name === undefined) continue;
          const count = tagUses(better, name) + change;
          if (count === 0) delete better[name];
          else better[name] = count;
        }
      },
    },
  ];
}

/** Where a pair of names is listed: with either of them and, where more say so than the contrary, among all. */
export function synonymEntries(id: string, { better }: SynonymStanding): Entry[] {
  const names = namesOfPair(id);
  const pair = synonymPair(names, better);
  if (pair.support <= 0) return [];
  const card = JSON.stringify(pair);
  const listed = (pk: string, name: string): Entry => ({
    pk,
    sk: `${sortableNumber(pair.support)}${name}`,
    type: 'entry',
    card,
  });
  const [first, second] = names;
  return [
    listed(synonymsOfPartition(first), second),
    listed(synonymsOfPartition(second), first),
    ...(pair.support > pair.against ? [listed(synonymListPartition, id)] : []),
  ];
}
