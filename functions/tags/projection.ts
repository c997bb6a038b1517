import { ownerOf } from '#functions/people/reader.ts';
import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { SaveRow } from '#functions/saves/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { settle } from '#shared/ranking/settle.ts';
import { sortableNumber } from '#shared/ranking/sort-key.ts';
import { tagUses } from '#shared/tags/rules.ts';
import { type BetterNameRow, synonymListPartition, synonymsOfPartition } from './synonyms/table.ts';
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

/** Where a better name is listed: under itself, and among all. */
export function betterNameEntries(row: Row): Entry[] {
  const { tag, other, at, proposal } = row as BetterNameRow;
  const listed = (pk: string, card: object): Entry => ({ pk, sk: other, type: 'entry', card: JSON.stringify(card) });
  return [listed(synonymsOfPartition(tag), { tag, other, at, proposal }), listed(synonymListPartition, { tag, other })];
}
